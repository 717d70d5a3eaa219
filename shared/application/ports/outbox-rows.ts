import type { Instant } from '../../kernel/instant.ts';
import type { OutboxMessage } from '../outbox.ts';

/** A committed message on its way out. SENT rows lie around for some days; DEAD ones wait for a person. */
export interface OutboxRow {
  readonly id: string;
  readonly message: OutboxMessage;
  readonly committedAt: Instant;
  readonly status: 'PENDING' | 'SENT' | 'DEAD';
  /** Sendings that failed. */
  readonly attempts: number;
  readonly problem: string | null;
}

/** What the relay and the sweeper know of the outbox. Both may hold the same row: a message can go out twice, never not at all. */
export interface OutboxRows {
  /** Strongly consistent, so that a row sent a moment ago is seen as SENT. Undefined: no such row (sent ones expire). */
  read(id: string): Promise<OutboxRow | undefined>;
  markSent(id: string, at: Instant): Promise<void>;
  /** Counts the failure and sets the next time; after ten the row is DEAD. Of two who failed at once, one is counted. */
  markFailed(row: OutboxRow, problem: string, at: Instant): Promise<'PENDING' | 'DEAD'>;
  /** Gives a DEAD row ten new tries from this time on. False when there is no such row, or it is not dead. */
  revive(id: string, at: Instant): Promise<boolean>;
}
