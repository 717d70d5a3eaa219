import { type CalendarDate, endOfDay, startOfDay } from '../../kernel/calendar-date.ts';
import type { Instant } from '../../kernel/instant.ts';
import { latest } from '../guard.ts';
import type { Participant, Task } from '../participant/state.ts';
import type { CompleteOutline } from './state.ts';

/**
 * Where a published certification event stands on the clock; never stored. SCHEDULED: before the start date. REVIEW: data
 * may be looked at and validated. OPEN: certifiers may submit. PAST_DUE: the end date is over.
 */
export type Phase = 'SCHEDULED' | 'REVIEW' | 'OPEN' | 'PAST_DUE';

type Dates = Pick<CompleteOutline, 'startDate' | 'certificationOpensDate' | 'endDate'>;

export const phaseAt = (dates: Dates, now: Instant, zone: string): Phase => {
  if (now >= endOfDay(dates.endDate, zone)) return 'PAST_DUE';
  if (now >= startOfDay(dates.certificationOpensDate, zone)) return 'OPEN';
  return now >= startOfDay(dates.startDate, zone) ? 'REVIEW' : 'SCHEDULED';
};

export const hasStarted = (dates: Dates, now: Instant, zone: string): boolean =>
  now >= startOfDay(dates.startDate, zone);

export const hasOpened = (dates: Dates, now: Instant, zone: string): boolean =>
  now >= startOfDay(dates.certificationOpensDate, zone);

export const hasEnded = (dates: Dates, now: Instant, zone: string): boolean => now >= endOfDay(dates.endDate, zone);

type Personal = Pick<Task, 'dueDateOverride'> | null;
type Shared = Pick<Participant, 'deadlineOverride'>;

/** A person's last day: the latest of the end date, the participant's and his own override. */
export const dueDateOf = (task: Personal, participant: Shared, dates: Dates): CalendarDate =>
  latest(dates.endDate, participant.deadlineOverride, task?.dueDateOverride ?? null);

/** The moment from which he is too late: the last day counts in full. */
export const effectiveDeadline = (task: Personal, participant: Shared, dates: Dates, zone: string): Instant =>
  endOfDay(dueDateOf(task, participant, dates), zone);
