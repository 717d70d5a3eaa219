import { expect, it } from 'vitest';
import { emptyCoverage, proveSequence } from './play/prove.ts';
import { millisFor, seedsOf } from './play/seeds.ts';

const coverage = emptyCoverage();
const seeds = seedsOf(2);

it(
  `text and product agree after every command of the sequences ${seeds[0] ?? ''} to ${seeds.at(-1) ?? ''}`,
  async () => {
    let commands = 0;
    for (const seed of seeds) commands += await proveSequence(seed, coverage);
    expect(commands).toBe(seeds.length * 40);
  },
  millisFor(seeds),
);

it('every edge of every transition table was gone', () => {
  const { edges, states } = coverage;
  console.log(`${edges.text()}\n${states.probes} commands tried out in ${states.count} states`);
  expect(edges.neverReached()).toEqual([]);
});
