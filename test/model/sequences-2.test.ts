import { expect, it } from 'vitest';
import { proveSequence } from './play/prove.ts';
import { seedsOf } from './play/seeds.ts';
import { Edges } from './workflow/edges.ts';

const edges = new Edges();
const seeds = seedsOf(2);

it(`text and product agree after every command of the sequences ${seeds[0] ?? ''} to ${seeds.at(-1) ?? ''}`, async () => {
  let commands = 0;
  for (const seed of seeds) commands += await proveSequence(seed, edges);
  expect(commands).toBe(seeds.length * 40);
});

it('every edge of every transition table was gone', () => {
  console.log(edges.text());
  expect(edges.neverReached()).toEqual([]);
});
