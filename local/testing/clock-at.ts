import type { LocalClock } from '../runtime.ts';

/** A clock that stands at an instant until it is moved. */
export function clockAt(instant: string): LocalClock {
  let now = new Date(instant);
  return {
    now: () => new Date(now),
    offsetMs: () => now.getTime() - Date.now(),
    moveTo: async (next) => {
      if (next < now) throw new RangeError('The clock moves forward only');
      now = next;
    },
    onMove: () => {},
  };
}
