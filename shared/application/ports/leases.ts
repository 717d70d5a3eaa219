import type { RunId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';

/** The right to work on a run for 60 seconds. */
export interface Lease {
  readonly runId: RunId;
  /** One worker invocation, or the sweeper. */
  readonly owner: string;
  readonly endsAt: Instant;
}

/**
 * Ruling I. Whoever finds an ended lease takes it over before he touches the run: the lost worker's `renew` then answers
 * false and it stops. Ended leases are in the due list.
 */
export interface Leases {
  /** False when another owner holds it and it has not ended. */
  take(runId: RunId, owner: string, now: Instant): Promise<boolean>;
  /** False when it is no longer this owner's. */
  renew(runId: RunId, owner: string, now: Instant): Promise<boolean>;
  /** No effect when it is no longer this owner's. */
  release(runId: RunId, owner: string): Promise<void>;
}

export const leaseSeconds = 60;
