import { setTimeout as delay } from 'node:timers/promises';

/** Waits before attempt 2, 3 ... of something that was refused for now. */
export type Pause = (attempt: number) => Promise<void>;

const baseMillis = 20;
const longestMillis = 1_000;

/** Full jitter: those who collided come back at different times. */
export const jitteredPause: Pause = async (attempt) => {
  await delay(Math.random() * Math.min(longestMillis, baseMillis * 2 ** attempt));
};
