import { type Instant, instantFromMillis, millisOf } from '../kernel/instant.ts';

/** The table's stream wakes the relay within a second; the sweeper looks at a row only when that has not helped. */
export const firstSweepAt = (committedAt: Instant): Instant => instantFromMillis(millisOf(committedAt) + 60_000);

const maxAttempts = 10;
const longestPauseMillis = 15 * 60_000;

/** When a message that failed `attempts` times is tried again: 30 s, 1, 2, 4 ... minutes; null when it is given up. */
export const retryAt = (attempts: number, failedAt: Instant): Instant | null =>
  attempts >= maxAttempts
    ? null
    : instantFromMillis(millisOf(failedAt) + Math.min(30_000 * 2 ** (attempts - 1), longestPauseMillis));
