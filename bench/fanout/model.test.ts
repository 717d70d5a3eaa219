import { expect, test } from 'vitest';
import { queueOf, unitCost } from './model.ts';
import { stateOfDistricts } from './state.ts';

test('two jobs give the fixed part and the part that grows', () => {
  const cost = unitCost({ seconds: 2, millionRows: 1 }, { seconds: 5, millionRows: 4 });
  expect(cost).toEqual({ fixed: 1, perMillionRows: 1 });
});

test('the first jobs start at once, the next when a function is added or free', () => {
  expect(queueOf([3, 3, 3, 3, 3]).wallSeconds).toBe(3);
  expect(queueOf([3, 3, 3, 3, 3, 3]).wallSeconds).toBeCloseTo(3.2, 5);
  expect(queueOf([0.1, 0.1, 0.1, 0.1, 0.1, 0.1]).wallSeconds).toBeCloseTo(0.2, 5);
});

test('the longest job is the least that the whole can take', () => {
  const { wallSeconds, longestSeconds } = queueOf([40, ...Array.from({ length: 1_000 }, () => 1)]);
  expect(longestSeconds).toBe(40);
  expect(wallSeconds).toBe(40);
});

test('a state has six million students, half of its districts fewer than two and a half thousand', () => {
  const students = stateOfDistricts().map((district) => district.students);
  const total = students.reduce((sum, one) => sum + one, 0);
  expect(total).toBeGreaterThan(5e6);
  expect(total).toBeLessThan(8e6);
  expect(students[600]).toBeLessThan(2_500);
});
