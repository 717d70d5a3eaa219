import { expect, it } from 'vitest';
import { proveSeeds } from './play/prove-seeds.ts';
import { seedsOf } from './play/seeds.ts';

it.each(seedsOf(2).map((seeds) => ({ seeds })))(
  'nothing is wrong after the runs $seeds.0 and on',
  async ({ seeds }) => {
    await expect(proveSeeds(seeds)).resolves.toBeDefined();
  },
);
