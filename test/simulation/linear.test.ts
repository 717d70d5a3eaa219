import { describe, expect, it } from 'vitest';
import { recordHistory } from './linear/history.ts';
import { isLinearizable, type Recorded, type Register } from './linear/linearizable.ts';
import { unconditionalTable } from './plants/plants.ts';

const historiesInCase = 100;
const start: Register = { name: 'old', version: 1 };
const at = (begun: number, ended: number, operation: Recorded['operation']): Recorded => ({ begun, ended, operation });
const saw = (name: string, version: number) => ({ kind: 'READ', saw: { name, version } }) as const;
const wrote = (name: string, version: number) => ({ kind: 'WRITTEN', expected: null, name, version }) as const;
const lost = (name: string) => ({ kind: 'LOST', expected: null, name }) as const;

describe('the checker', () => {
  it.each<[string, readonly Recorded[]]>([
    ['one after the other', [at(1, 2, wrote('new', 2)), at(3, 4, saw('new', 2))]],
    ['a read beside a write, either way', [at(1, 4, wrote('new', 2)), at(2, 3, saw('old', 1))]],
    ['a lost write that was seen', [at(1, Infinity, lost('new')), at(2, 3, saw('new', 2))]],
    ['a lost write that was never seen', [at(1, Infinity, lost('new')), at(2, 3, saw('old', 1))]],
  ])('accepts %s', (_name, history) => {
    expect(isLinearizable(history, start)).toBe(true);
  });

  it.each<[string, readonly Recorded[]]>([
    ['an old value after a new one was told', [at(1, 2, wrote('new', 2)), at(3, 4, saw('old', 1))]],
    ['two writes of one version', [at(1, 2, wrote('one', 2)), at(1, 2, wrote('other', 2))]],
    [
      'a lost write seen and then unseen',
      [at(1, Infinity, lost('new')), at(2, 3, saw('new', 2)), at(4, 5, saw('old', 1))],
    ],
    ['a refusal of what was current', [at(1, 2, { kind: 'STALE', expected: 1 })]],
  ])('refuses %s', (_name, history) => {
    expect(isLinearizable(history, start)).toBe(false);
  });
});

it.each(Array.from({ length: 10 }, (_, part) => 1 + part * historiesInCase))(
  `${historiesInCase} histories of people who write the same thing at once are each explained by one order (from %i)`,
  async (first) => {
    const unexplained: number[] = [];
    let operations = 0;
    for (let seed = first; seed < first + historiesInCase; seed += 1) {
      const { recorded, start: begun } = await recordHistory(seed);
      operations += recorded.length;
      if (!isLinearizable(recorded, begun)) unexplained.push(seed);
    }
    expect(unexplained).toEqual([]);
    expect(operations).toBeGreaterThan(historiesInCase * 8);
  },
);

it('a table that forgets what a write expects is found out', async () => {
  const unexplained: number[] = [];
  for (let seed = 1; seed <= 40; seed += 1) {
    const { recorded, start: begun } = await recordHistory(seed, unconditionalTable);
    if (!isLinearizable(recorded, begun)) unexplained.push(seed);
  }
  expect(unexplained).not.toEqual([]);
});
