import { expect, test } from 'vitest';
import { median, pairwiseRatio, quantile, spreadOf } from './statistics.ts';

const oneToHundred = Array.from({ length: 100 }, (_, index) => 100 - index);

test('a quantile is a value that was measured, whatever the order', () => {
  expect([0.5, 0.95, 0.99, 1].map((at) => quantile(oneToHundred, at))).toEqual([50, 95, 99, 100]);
  expect(quantile([7], 0.99)).toBe(7);
  expect(quantile([3, 1, 2], 0)).toBe(1);
});

test('the median of an even number of rounds is the lower of the two in the middle', () => {
  expect(median([4, 1, 3, 2])).toBe(2);
});

test('a round in which everything was slow does not move the pairwise ratio', () => {
  expect(pairwiseRatio([2, 200, 2], [1, 100, 1])).toBe(2);
  expect(pairwiseRatio([2, 2, 20], [1, 1, 1])).toBe(2);
});

test('rounds that cannot be paired are refused, and so is nothing at all', () => {
  expect(() => pairwiseRatio([1, 2], [1])).toThrow('2 rounds cannot be paired with 1');
  expect(() => median([])).toThrow('nothing was measured');
});

test('the spread names the best and the worst round', () => {
  expect(spreadOf([3, 1, 2])).toEqual({ min: 1, max: 3, rounds: 3 });
});
