import { setTimeout as delay } from 'node:timers/promises';

const lookEveryMs = 50;
/** A message between two parts is in none of them for a moment, so one quiet look proves nothing. */
const quietLooks = 10;

/** What may be at work. */
export interface Working {
  /** Nothing is known to be at work. */
  isQuiet(): boolean;
  /** Whatever has to be asked for work was asked after this moment (milliseconds of `performance.now`), and had none. */
  wasAskedSince(moment: number): boolean;
}

/**
 * Resolves true once every look for half a second found nothing at work, and whatever has to be asked has been asked in
 * that time: on a busy machine one answer may take longer than all the looks. False when that does not happen in time.
 */
export async function untilQuiet(working: Working, timeoutMs: number): Promise<boolean> {
  const lastLook = Date.now() + timeoutMs;
  let looks = 0;
  let quietFrom = performance.now();
  while (looks < quietLooks || !working.wasAskedSince(quietFrom)) {
    if (Date.now() > lastLook) return false;
    await delay(lookEveryMs);
    if (looks === 0) quietFrom = performance.now();
    looks = working.isQuiet() ? looks + 1 : 0;
  }
  return true;
}
