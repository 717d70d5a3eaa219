import { expect, test } from 'vitest';
import type { Figure } from './figure.ts';
import { missedIn } from './targets.ts';

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
