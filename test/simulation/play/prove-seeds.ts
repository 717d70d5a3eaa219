import { expect } from 'vitest';
import type { PlanName } from './plan.ts';
import { proveSeed } from './prove.ts';

/** Nothing is wrong after any of these runs, and people asked for something in each. Answers the kinds of faults that befell them. */
export const proveSeeds = async (seeds: readonly number[], plan?: PlanName): Promise<ReadonlySet<string>> => {
  let requests = 0;
  const befallen = new Set<string>();
  for (const seed of seeds) {
    const result = await proveSeed(seed, plan);
    requests += result.requests;
    for (const name of result.befallen.keys()) befallen.add(name);
  }
  expect(requests).toBeGreaterThan(seeds.length);
  return befallen;
};
