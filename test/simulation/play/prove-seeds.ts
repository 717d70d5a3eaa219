import { expect } from 'vitest';
import type { PlanName } from './plan.ts';
import { proveSeed } from './prove.ts';

/** Nothing is wrong after any of these runs, and people asked for something in each. */
export const proveSeeds = async (seeds: readonly number[], plan?: PlanName): Promise<void> => {
  let requests = 0;
  for (const seed of seeds) requests += (await proveSeed(seed, plan)).requests;
  expect(requests).toBeGreaterThan(seeds.length);
};
