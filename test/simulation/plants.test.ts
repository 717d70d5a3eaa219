import { expect, it } from 'vitest';
import { plants } from './plants/plants.ts';
import { runSeed } from './play/run.ts';
import type { RunWorld } from './play/run.ts';
import { closeRace } from './race/close-race.ts';

const races = 20;
const mostSeeds = 40;

const seedsUpTo = (last: number): readonly number[] => Array.from({ length: last }, (_, index) => index + 1);

/** What is found first to be wrong, in races around a close and then in whole runs. */
const foundWith = async (plant: () => RunWorld): Promise<readonly string[]> => {
  for (const seed of seedsUpTo(races)) {
    const wrong = await closeRace(seed, plant().plant);
    if (wrong.length > 0) return wrong;
  }
  for (const seed of seedsUpTo(mostSeeds)) {
    const { wrong } = await runSeed(seed, plant());
    if (wrong.length > 0) return wrong;
  }
  return [];
};

it('whoever submits while it is closed is either before or after', async () => {
  for (const seed of seedsUpTo(races)) expect(await closeRace(seed), `seed ${seed}`).toEqual([]);
});

it.each(Object.entries(plants))('%s is caught', async (_name, plant) => {
  expect(await foundWith(plant)).not.toEqual([]);
});
