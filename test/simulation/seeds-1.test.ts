import { expect, it } from 'vitest';
import { keptSeeds } from './play/kept.ts';
import { proveSeeds } from './play/prove-seeds.ts';
import { seedsOf } from './play/seeds.ts';

it.each(keptSeeds)('nothing is wrong any more after the runs $seeds', async ({ plan, seeds }) => {
  await expect(proveSeeds(seeds, plan)).resolves.toBeUndefined();
});

it.each(seedsOf(1).map((seeds) => ({ seeds })))(
  'nothing is wrong after the runs $seeds.0 and on',
  async ({ seeds }) => {
    await expect(proveSeeds(seeds)).resolves.toBeUndefined();
  },
);
