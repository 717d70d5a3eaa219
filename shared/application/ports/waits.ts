import { type Instant, instantFromMillis, millisOf } from '../../kernel/instant.ts';
import type { ParticipantKey } from '../entities.ts';

/** An approval flow that waits for a decision: its task token, outside the participant's version (ruling G). */
export interface Wait {
  readonly key: ParticipantKey;
  readonly sentSequence: number;
  readonly token: string;
  readonly registeredAt: Instant;
}

/**
 * Who registers re-reads the participant afterwards and answers at once when it is decided; who decides finds the token
 * here. So a decision on either side of the registration reaches the flow.
 */
export interface Waits {
  /** A flow that was started again registers again: its newest token replaces the older one. */
  register(wait: Wait): Promise<void>;
  /** Strongly consistent; undefined when nobody waits (never registered, or answered). */
  open(key: ParticipantKey, sentSequence: number): Promise<Wait | undefined>;
  /** No effect when a newer token was registered meanwhile. */
  markAnswered(wait: Wait, at: Instant): Promise<void>;
  /** Puts an open wait back into the due list for later. */
  postpone(wait: Wait, until: Instant): Promise<void>;
}

/** The sweeper looks at a wait first when its decision should have reached it long ago. */
export const firstWaitCheckAt = (registeredAt: Instant): Instant =>
  instantFromMillis(millisOf(registeredAt) + 3_600_000);
