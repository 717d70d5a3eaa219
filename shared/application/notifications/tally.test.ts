import { expect, test } from 'vitest';
import { noTally, summaryFacts, tallied } from './tally.ts';

const districts = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `D${from + index}`);

test('a summary counts over all pages and names the first ten', () => {
  const all = tallied(tallied(noTally, districts(0, 8)), districts(8, 1_008));
  expect(summaryFacts(all, 'participant', 1_200)).toEqual({
    count: '1,008 of 1,200 participants',
    names: 'D0, D1, D2, D3, D4, D5, D6, D7, D8, D9, and 998 more',
  });
});

test.each([
  [1, 'participant', '1 participant'],
  [2, 'participant', '2 participants'],
  [1, 'person', '1 person'],
  [2, 'person', '2 people'],
] as const)('%d of the %ss is %s', (count, noun, text) => {
  expect(summaryFacts(tallied(noTally, districts(0, count)), noun).count).toBe(text);
});
