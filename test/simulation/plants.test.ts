import { expect, it } from 'vitest';
import { type Planted, plants } from './plants/plants.ts';
import { runSeed } from './play/run.ts';
import { closeRace } from './race/close-race.ts';

const races = 20;
const mostSeeds = 40;

const seedsUpTo = (last: number): readonly number[] => Array.from({ length: last }, (_, index) => index + 1);

/** What is found to be wrong where the plant first shows, in races around a close and then in whole runs. */
const foundWith = async ({ world, shows }: Planted): Promise<readonly string[]> => {
  const isShown = (wrong: readonly string[]): boolean => wrong.some((line) => shows.test(line));
  // What is not planted between the clients and the services is in no race.
  for (const seed of world().plant === undefined ? [] : seedsUpTo(races)) {
    const wrong = await closeRace(seed, world().plant);
    if (isShown(wrong)) return wrong;
  }
  for (const seed of seedsUpTo(mostSeeds)) {
    const { wrong } = await runSeed(seed, world());
    if (isShown(wrong)) return wrong;
  }
  return [];
};

it('whoever submits while it is closed is either before or after', async () => {
  for (const seed of seedsUpTo(races)) expect(await closeRace(seed), `seed ${seed}`).toEqual([]);
});

it.each(Object.entries(plants))('%s is caught for what it is', async (_name, plant) => {
  expect(await foundWith(plant)).toContainEqual(expect.stringMatching(plant.shows));
});
