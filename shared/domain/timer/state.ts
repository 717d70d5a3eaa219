import type { CertificationEventId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';

export type TimerKind = 'FULL_SNAPSHOT' | 'CLEANUP_SNAPSHOT';

/**
 * Timed work of a certification event. The schedule that belongs to it only calls `fire(id, version)`, and the sweeper
 * calls the same for due rows, so firing twice or late changes nothing (ruling H).
 */
export interface Timer {
  /** Made of the certification event and the kind: one of each kind. */
  readonly id: string;
  readonly certificationEventId: CertificationEventId;
  readonly kind: TimerKind;
  readonly dueAt: Instant;
  readonly status: 'ARMED' | 'FIRED' | 'CANCELLED';
}
