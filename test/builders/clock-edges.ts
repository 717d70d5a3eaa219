import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import { type Instant, instantFromMillis, millisOf } from '../../shared/kernel/instant.ts';
import { day, moment } from './time.ts';

/** A due date in a zone and the first instant at which it is over. */
export interface ClockEdge {
  readonly zone: string;
  readonly due: CalendarDate;
  readonly overAt: Instant;
}

// Measured with a Temporal implementation. Clocks go forward on 8 March and back on 1 November, where they move at all.
const dueDates = ['2026-03-07', '2026-03-08', '2026-10-31', '2026-11-01'] as const;
const table: readonly (readonly [zone: string, ...overAt: readonly [string, string, string, string]])[] = [
  ['America/New_York', '2026-03-08T05:00', '2026-03-09T04:00', '2026-11-01T04:00', '2026-11-02T05:00'],
  ['America/Chicago', '2026-03-08T06:00', '2026-03-09T05:00', '2026-11-01T05:00', '2026-11-02T06:00'],
  ['America/Denver', '2026-03-08T07:00', '2026-03-09T06:00', '2026-11-01T06:00', '2026-11-02T07:00'],
  ['America/Boise', '2026-03-08T07:00', '2026-03-09T06:00', '2026-11-01T06:00', '2026-11-02T07:00'],
  ['America/Phoenix', '2026-03-08T07:00', '2026-03-09T07:00', '2026-11-01T07:00', '2026-11-02T07:00'],
  ['America/Anchorage', '2026-03-08T09:00', '2026-03-09T08:00', '2026-11-01T08:00', '2026-11-02T09:00'],
  ['Pacific/Honolulu', '2026-03-08T10:00', '2026-03-09T10:00', '2026-11-01T10:00', '2026-11-02T10:00'],
  ['Pacific/Guam', '2026-03-07T14:00', '2026-03-08T14:00', '2026-10-31T14:00', '2026-11-01T14:00'],
];

export const clockEdges: readonly ClockEdge[] = table.flatMap(([zone, ...overAt]) =>
  dueDates.map((due, index) => ({ zone, due: day(due), overAt: moment(`${overAt[index] ?? ''}:00.000Z`) })),
);

export const after = (instant: Instant, millis: number): Instant => instantFromMillis(millisOf(instant) + millis);
