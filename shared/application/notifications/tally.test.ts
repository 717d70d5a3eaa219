import { expect, test } from 'vitest';
import { noTally, summaryFacts, tallied } from './tally.ts';

const districts = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `D${from + index}`);

test('a summary counts over all pages and names the first ten', () => {
  const all = tallied(tallied(noTally, districts(0, 8)), districts(8, 1_008));
  expect(summaryFacts(all, 1_200)).toEqual({
    count: '1008',
    total: '1200',
    names: 'D0, D1, D2, D3, D4, D5, D6, D7, D8, D9',
    more: '998',
  });
});

test('a summary of few names them all', () => {
  expect(summaryFacts(tallied(noTally, districts(0, 2)))).toEqual({ count: '2', names: 'D0, D1' });
});
