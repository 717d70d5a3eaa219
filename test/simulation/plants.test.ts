import { expect, it } from 'vitest';
import { runSeed } from './play/run.ts';
import { plants } from './plants/plants.ts';

const mostSeeds = 60;

/** The first seed whose run is found to be wrong. */
const caughtBy = async (plant: (typeof plants)[string]): Promise<number | undefined> => {
  for (let seed = 1; seed <= mostSeeds; seed += 1) if ((await runSeed(seed, plant())).wrong.length > 0) return seed;
  return undefined;
};

it.each(Object.entries(plants))('%s is caught', async (_name, plant) => {
  expect(await caughtBy(plant)).toBeDefined();
});
