import { setTimeout as delay } from 'node:timers/promises';

const lookEveryMs = 50;
/** A message between two parts is in none of them for a moment, so one quiet look proves nothing. */
const quietLooks = 10;

/** Resolves true once every look for half a second found nothing at work, false when that does not happen in time. */
export async function untilQuiet(isQuiet: () => boolean, timeoutMs: number): Promise<boolean> {
  const lastLook = Date.now() + timeoutMs;
  for (let looks = 0; looks < quietLooks; looks = isQuiet() ? looks + 1 : 0) {
    if (Date.now() > lastLook) return false;
    await delay(lookEveryMs);
  }
  return true;
}
