import { expect, test } from 'vitest';
import type { Figure } from './figure.ts';
import type { Report } from './report.ts';
import { linesOf, missedIn, withEarlier } from './targets.ts';

const growth = (value: number): Figure => ({ name: 'growth', value, unit: 'x', aim: { id: 'L3', atMost: 1.05 } });

test('a ratio beyond its target is missed, however little', () => {
  const suites = [{ suite: 'load', seconds: 1, figures: [growth(1.051)] }];
  expect(missedIn(suites)).toEqual(['L3: growth is 1.051 x, at most 1.05']);
});

test.each<[string, Figure]>([
  ['what is at its target', growth(1.05)],
  [
    'a time, which says as much of the machine',
    { name: 'p99', value: 900, unit: 'ms', aim: { id: 'L1', atMost: 300 } },
  ],
  ['what has no target', { name: 'errors', value: 3, unit: 'requests' }],
])('%s is not', (_what, figure) => {
  expect(missedIn([{ suite: 'load', seconds: 1, figures: [figure] }])).toEqual([]);
});

test('what could not be measured is missed', () => {
  expect(missedIn([{ suite: 'load', seconds: 1, figures: [growth(Number.NaN)] }])).toHaveLength(1);
});

const run = (date: string, size: string, ...figures: readonly Figure[]): Report => ({
  date,
  size,
  machine: { cores: 2, processor: 'any', memoryGb: 8, platform: 'any', node: 'v24', load: 0, commit: date },
  loadAfter: 0.5,
  suites: [{ suite: 'any', seconds: 1, figures }],
});
const flowTime = (value: number): Figure => ({ name: 'flow', value, unit: 's', aim: { id: 'Z1', atMost: 10 } });
const requests = (value: number): Figure => ({
  name: 'requests',
  value,
  unit: 'requests',
  aim: { id: 'Z1', atMost: 3 },
});
const jobOf = (set: string, value: number): Figure => ({
  name: `${set}: whole job / bare DuckDB`,
  value,
  unit: 'x',
  aim: { id: 'E1', atMost: 1.1 },
});
const known = (...runs: readonly Report[]) =>
  runs.reduce<ReturnType<typeof withEarlier>>((lines, one) => withEarlier(linesOf(one), lines), []);

test('parts of a target that another suite measured stay, each with its own run', () => {
  const [line] = known(run('day 1', 'quick', requests(4), flowTime(30)), run('day 2', 'full', flowTime(9)));
  expect(line).toMatchObject({ id: 'Z1', what: 'requests', measured: 4, holds: false });
  expect(line?.parts).toMatchObject([
    { what: 'requests', measured: 4, holds: false, date: 'day 1', commit: 'day 1', size: 'quick', load: 0.5 },
    { what: 'flow', measured: 9, holds: true, date: 'day 2', commit: 'day 2', size: 'full', load: 0.5 },
  ]);
});

test('a target holds once the last of its parts does', () => {
  const [line] = known(run('day 1', 'quick', requests(4), flowTime(9)), run('day 2', 'quick', requests(2)));
  expect(line).toMatchObject({ what: 'flow', holds: true });
});

test('the same of a bigger district is told instead, of a smaller one not', () => {
  const [line] = known(run('day 1', 'quick', jobOf('D', 1.9)), run('day 2', 'full', jobOf('L', 1.3)));
  expect(line?.parts).toMatchObject([{ what: 'L: whole job / bare DuckDB', measured: 1.3 }]);
  const [later] = known(run('day 2', 'full', jobOf('L', 1.3)), run('day 3', 'quick', jobOf('D', 1.9)));
  expect(later?.parts).toMatchObject([{ date: 'day 2', measured: 1.3 }]);
});
