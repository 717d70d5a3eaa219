import { setTimeout as pause } from 'node:timers/promises';

const everyMillis = 150;

/** Asks again and again until it is so. Throws after `seconds`, naming what did not happen. */
export const until = async (what: string, seconds: number, isSo: () => Promise<boolean>): Promise<void> => {
  for (let waited = 0; waited < seconds * 1_000; waited += everyMillis) {
    if (await isSo()) return;
    await pause(everyMillis);
  }
  throw new Error(`${what} did not happen within ${seconds} seconds`);
};
