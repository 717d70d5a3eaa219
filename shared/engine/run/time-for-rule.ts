import type { RunLimits } from './job.ts';

/** What takes less is not worth the start. */
const leastSeconds = 1;

/** How long a rule that begins now may take: its own limit, or what is left of the run's; null where that is nothing. */
export const timeForRule = ({ secondsPerRule }: RunLimits, until: number): number | null => {
  const left = (until - Date.now()) / 1_000;
  return left < leastSeconds ? null : Math.min(secondsPerRule, left);
};
