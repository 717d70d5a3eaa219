import type { Timer } from '../../domain/timer/state.ts';
import type { SnapshotId, UploadId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Versioned } from '../entities.ts';
import type { Lease } from './leases.ts';
import type { OutboxRow } from './outbox-rows.ts';
import type { Wait } from './waits.ts';

/** What somebody must do because its time has come and nobody did: unsent messages, armed timers, ended leases, long waits, snapshots and uploads that were left. */
export type DueWork =
  | { readonly kind: 'OUTBOX'; readonly row: OutboxRow }
  | { readonly kind: 'TIMER'; readonly timer: Versioned<Timer> }
  | { readonly kind: 'LEASE'; readonly lease: Lease }
  | { readonly kind: 'WAIT'; readonly wait: Wait }
  | { readonly kind: 'SNAPSHOT'; readonly snapshotId: SnapshotId }
  | { readonly kind: 'UPLOAD'; readonly uploadId: UploadId };

export interface Due {
  /** At most some hundreds, the longest overdue first. */
  readonly work: readonly DueWork[];
  /** Some of the messages that were given up, those of longest ago: nothing is done about them but to tell somebody. */
  readonly givenUp: readonly OutboxRow[];
  /** Rows that cannot be read, by what is wrong with them: a fault, yet none that may stop the others. */
  readonly damaged: readonly string[];
}

export interface DueList {
  /** Read from an index that lags: whoever acts on a row reads it again or acts under a condition. */
  due(now: Instant): Promise<Due>;
}
