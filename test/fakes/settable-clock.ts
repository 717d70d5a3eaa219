import type { Clock } from '../../shared/application/ports/world.ts';
import { type Instant, instantFromMillis, millisOf } from '../../shared/kernel/instant.ts';

/** A clock that stands still until it is moved. */
export interface SettableClock extends Clock {
  advance(seconds: number): Instant;
}

export const settableClock = (start: Instant): SettableClock => {
  let now = start;
  return {
    now: () => now,
    advance(seconds) {
      now = instantFromMillis(millisOf(now) + seconds * 1000);
      return now;
    },
  };
};
