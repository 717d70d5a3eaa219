import { expect, it } from 'vitest';
import { keptSeeds } from './play/kept.ts';
import { proveSeeds } from './play/prove-seeds.ts';
import { seedsOf } from './play/seeds.ts';

const kinds = [
  ...['THROTTLE', 'LOSE_REPLY', 'KILL_BEFORE', 'KILL_AFTER', 'TIME_OUT', 'PUT_A_PART', 'CONFLICT'],
  ...['scheduleLate', 'scheduleVeryLate', 'purge', 'jump'],
];
const befallen = new Set<string>();

it.each(keptSeeds)('nothing is wrong any more after the runs $seeds', async ({ plan, seeds }) => {
  await expect(proveSeeds(seeds, plan)).resolves.toBeDefined();
});

it.each(seedsOf(1).map((seeds) => ({ seeds })))(
  'nothing is wrong after the runs $seeds.0 and on',
  async ({ seeds }) => {
    for (const name of await proveSeeds(seeds)) befallen.add(name);
  },
);

// The queues that an operator empties are in this half.
it('every kind of fault befell some of them', () => {
  expect(kinds.filter((kind) => !befallen.has(kind))).toEqual([]);
});
