import { setTimeout as pause } from 'node:timers/promises';

const everyMillis = 100;

/** Asks until there is an answer. Throws after `seconds`, saying what was awaited: no test waits for a fixed time. */
export const until = async <Value>(
  what: string,
  ask: () => Promise<Value | undefined>,
  seconds = 60,
): Promise<Value> => {
  const deadline = performance.now() + seconds * 1_000;
  for (;;) {
    const value = await ask();
    if (value !== undefined) return value;
    if (performance.now() > deadline) throw new Error(`${what}: still not after ${seconds} seconds`);
    await pause(everyMillis);
  }
};
