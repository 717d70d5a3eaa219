import { expect, it } from 'vitest';
import { Stopped } from './flow-error.ts';
import { inPool } from './pool.ts';

const never = new AbortController().signal;

it('begins nothing after a failure, though the others carry on to their end', async () => {
  const begun: number[] = [];
  const work = async (item: number) => {
    begun.push(item);
    await new Promise(setImmediate);
    if (item === 0) throw new Error('first');
    return item;
  };
  await expect(inPool([0, 1, 2, 3], 2, never, work)).rejects.toThrow('first');
  expect(begun).toEqual([0, 1]);
});

it('ends as stopped when it is stopped from outside', async () => {
  const outer = new AbortController();
  const work = async () => outer.abort();
  await expect(inPool([0, 1], 1, outer.signal, work)).rejects.toThrow(Stopped);
});

it('gives an empty list for nothing to do', async () => {
  expect(await inPool([], 40, never, async () => 1)).toEqual([]);
});
