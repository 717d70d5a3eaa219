import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { LocalClock } from '../runtime.ts';

/**
 * The host clock plus an offset that only grows. With a `file` the offset survives a restart (milliseconds, as text).
 * Listeners run one after the other, so a schedule due before another one settles first.
 */
export function createClock(options: { readonly file?: string } = {}): LocalClock {
  const { file } = options;
  const listeners: ((now: Date) => Promise<void>)[] = [];
  let offset = file && existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const now = () => new Date(Date.now() + offset);
  return {
    now,
    offsetMs: () => offset,
    onMove: (listener) => void listeners.push(listener),
    async moveTo(instant) {
      if (!(instant.getTime() >= now().getTime())) {
        throw new RangeError(`The clock moves forward only: it is ${now().toISOString()}`);
      }
      offset = instant.getTime() - Date.now();
      if (file) writeFileSync(file, String(offset));
      for (const listener of listeners) await listener(now());
    },
  };
}
