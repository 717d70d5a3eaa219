import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { CertificationEventId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';

export type SnapshotTimerKind = 'FULL_SNAPSHOT' | 'CLEANUP_SNAPSHOT';

/** What is to be done: snapshots of a certification event, the reminders of one of its days, or the one mail of a day. */
export type TimedWork =
  | { readonly kind: SnapshotTimerKind; readonly certificationEventId: CertificationEventId }
  | { readonly kind: 'REMINDERS'; readonly certificationEventId: CertificationEventId; readonly day: CalendarDate }
  | { readonly kind: 'DIGEST'; readonly day: CalendarDate };

/**
 * Timed work. The schedule that belongs to it only calls `fire(id, version)`, and the sweeper calls the same for due rows,
 * so firing twice or late changes nothing (ruling H).
 */
export type Timer = TimedWork & {
  /** Made of the work: each has one timer. */
  readonly id: string;
  readonly dueAt: Instant;
  readonly status: 'ARMED' | 'FIRED' | 'CANCELLED';
};
