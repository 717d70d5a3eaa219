import type { CalendarDate } from '../kernel/calendar-date.ts';
import { type Result, refuse } from '../kernel/result.ts';
import { type Refusal, type RefusalCode, refusal } from './refusal.ts';

/** A condition of a command: why it does not hold, or null. Lists of guards are in the order refusals are told. */
export type Guard = Refusal | null;

export const guard = (holds: boolean, code: RefusalCode, facts?: Refusal['facts']): Guard =>
  holds ? null : refusal(code, facts);

/** The same about one value of the input, found at `pointer`: answered as 422. */
export const valueGuard = (holds: boolean, code: RefusalCode, pointer: string): Guard =>
  holds ? null : { code, pointer };

export const firstRefusal = (guards: readonly Guard[]): Guard => guards.find((one) => one !== null) ?? null;

export const allRefusals = (guards: readonly Guard[]): readonly Refusal[] => guards.filter((one) => one !== null);

/** Decides only when every guard holds: the first one that does not is the answer. */
export const whenAllHold = <Value>(
  guards: readonly Guard[],
  then: () => Result<Value, Refusal>,
): Result<Value, Refusal> => {
  const refused = firstRefusal(guards);
  return refused === null ? then() : refuse(refused);
};

export const latest = (first: CalendarDate, ...others: readonly (CalendarDate | null)[]): CalendarDate =>
  others.reduce<CalendarDate>((max, date) => (date !== null && date > max ? date : max), first);

/** What a person wrote, without the space around it. */
export const trimmed = (text: string | null): string => text?.trim() ?? '';

export const reasonGiven = (reason: string): Guard => valueGuard(reason !== '', 'REASON_REQUIRED', '/reason');
