import { expect, it } from 'vitest';
import { keptSeeds } from './play/kept.ts';
import { proveSeed } from './play/prove.ts';
import { seedsOf } from './play/seeds.ts';

const seeds = [...keptSeeds, ...seedsOf(1)];

it(`nothing is wrong after the runs ${seeds[0] ?? ''} to ${seeds.at(-1) ?? ''}`, async () => {
  let requests = 0;
  for (const seed of seeds) requests += (await proveSeed(seed)).requests;
  expect(requests).toBeGreaterThan(seeds.length);
});
