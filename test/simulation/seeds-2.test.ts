import { expect, it } from 'vitest';
import { proveSeed } from './play/prove.ts';
import { seedsOf } from './play/seeds.ts';

const seeds = seedsOf(2);

it(`nothing is wrong after the runs ${seeds[0] ?? ''} to ${seeds.at(-1) ?? ''}`, async () => {
  let requests = 0;
  for (const seed of seeds) requests += (await proveSeed(seed)).requests;
  expect(requests).toBeGreaterThan(seeds.length);
});
