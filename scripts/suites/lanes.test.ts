import { expect, test } from 'vitest';
import { runInLanes } from './lanes.ts';
import type { SuiteResult } from './run-suite.ts';
import type { Suite } from './suites.ts';

const suite = (name: string, needs?: string): Suite => ({
  name,
  kind: 'check',
  command: [name],
  budgetSeconds: 1,
  ...(needs === undefined ? {} : { needs }),
});

/** Suites that end when the test says so; tells which have begun. */
const byHand = () => {
  const ends = new Map<string, (failed: number) => void>();
  return {
    begun: () => [...ends.keys()],
    run: (one: Suite): Promise<SuiteResult> =>
      new Promise((resolve) => {
        ends.set(one.name, (failed) =>
          resolve({ suite: one, count: { passed: 1 - failed, failed }, seconds: 1, failures: [] }),
        );
      }),
    end: async (name: string, failed = 0): Promise<void> => {
      ends.get(name)?.(failed);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
};

const named = (results: readonly SuiteResult[]): readonly string[] =>
  results.map(({ suite: { name }, count }) => `${name} ${count.failed === 0 ? 'ok' : 'failed'}`);

test('no more than the lanes run at once, and the next begins when one ends', async () => {
  const { begun, run, end } = byHand();
  const all = runInLanes([suite('a'), suite('b'), suite('c')], 2, run);
  expect(begun()).toEqual(['a', 'b']);
  await end('b');
  expect(begun()).toEqual(['a', 'b', 'c']);
  await end('c');
  await end('a');
  expect(named(await all)).toEqual(['a ok', 'b ok', 'c ok']);
});

test('what needs another waits for its end while others pass it', async () => {
  const { begun, run, end } = byHand();
  const all = runInLanes([suite('made'), suite('reads', 'made'), suite('free')], 2, run);
  expect(begun()).toEqual(['made', 'free']);
  await end('free');
  expect(begun()).toEqual(['made', 'free']);
  await end('made');
  expect(begun()).toEqual(['made', 'free', 'reads']);
  await end('reads');
  expect(named(await all)).toEqual(['made ok', 'reads ok', 'free ok']);
});

test('what needs a suite that failed has failed without being run', async () => {
  const { begun, run, end } = byHand();
  const all = runInLanes([suite('made'), suite('reads', 'made')], 2, run);
  await end('made', 1);
  expect(named(await all)).toEqual(['made failed', 'reads failed']);
  expect(begun()).toEqual(['made']);
});

test('a suite that cannot be run at all ends the command', async () => {
  const broken = () => Promise.reject(new Error('no such program'));
  await expect(runInLanes([suite('a')], 2, broken)).rejects.toThrow('no such program');
});
