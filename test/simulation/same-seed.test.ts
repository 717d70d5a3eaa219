import { expect, it } from 'vitest';
import { runSeed } from './play/run.ts';

it.each([1, 3, 5])('the run of seed %i is the same every time', async (seed) => {
  const [first, second] = [await runSeed(seed), await runSeed(seed)];
  expect(second).toEqual(first);
});
