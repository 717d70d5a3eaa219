import { type CalendarDate, parseCalendarDate } from '../../shared/kernel/calendar-date.ts';
import { type Instant, parseInstant } from '../../shared/kernel/instant.ts';

const given = <Value>(value: Value | undefined, text: string): Value => {
  if (value === undefined) throw new Error(`a builder was given "${text}"`);
  return value;
};

export const day = (text: string): CalendarDate => given(parseCalendarDate(text), text);

/** `2026-05-05` is noon in the builders' zone, America/Denver; anything longer is an instant as written. */
export const moment = (text: string): Instant =>
  text.length === 10 ? given(parseInstant(`${text}T18:00:00Z`), text) : given(parseInstant(text), text);
