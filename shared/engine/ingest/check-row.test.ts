import { expect, test } from 'vitest';
import type { DatasetDeclaration } from '../declaration.ts';
import { rowCheck } from './check-row.ts';

const declaration: DatasetDeclaration = {
  name: 'enrollments',
  version: 1,
  title: 'Enrollments',
  columns: [
    { name: 'studentUniqueId', type: 'string', required: true },
    { name: 'days', type: 'integer', required: false },
    { name: 'fte', type: 'decimal', required: false },
    { name: 'active', type: 'boolean', required: false },
    { name: 'entryDate', type: 'date', required: false },
    { name: 'changedAt', type: 'timestamp', required: false },
    { name: 'sex', type: 'string', required: false, codes: ['F', 'M', 'X'] },
  ],
  key: ['studentUniqueId'],
  schoolColumn: null,
  schoolThrough: null,
};

const check = rowCheck(declaration);

const codeOf = (row: object): string | undefined => check({ studentUniqueId: '1', ...row }, 7).problems[0]?.code;

test('a row that keeps every promise has no problem and reads as it will be stored', () => {
  const row = { studentUniqueId: '007', days: 12, fte: 0.75, active: true, entryDate: '2024-02-29', sex: 'X' };
  expect(check({ ...row, changedAt: '2024-01-01T10:00:00-06:00' }, 1)).toEqual({
    cells: ['007', '12', '0.75', 'true', '2024-02-29', '2024-01-01T16:00:00.000', 'X'],
    deletes: false,
    problems: [],
  });
});

test('a number or a truth written as text, as exports of XML do, is read as what it is', () => {
  const { cells, problems } = check({ studentUniqueId: '1', days: '3', fte: '3.50', active: '0' }, 1);
  expect([cells[1], cells[2], cells[3], problems.length]).toEqual(['3', '3.50', 'false', 0]);
});

test.each([
  ['a line that holds a list', [], 'NOT_AN_OBJECT'],
  ['a line that holds null', null, 'NOT_AN_OBJECT'],
  ['a row without its key', {}, 'REQUIRED'],
  ['a row whose key is blank', { studentUniqueId: '  ' }, 'REQUIRED'],
])('%s is refused', (_what, row, code) => {
  expect(check(row, 1).problems[0]?.code).toBe(code);
});

test.each([
  ['a student number written as a number', { studentUniqueId: 7 }, 'WRONG_TYPE'],
  ['a fraction of a day', { days: 1.5 }, 'WRONG_TYPE'],
  ['a whole number past 15 digits', { days: 2 ** 53 }, 'WRONG_TYPE'],
  ['an amount past 6 decimals', { fte: 0.1234567 }, 'WRONG_TYPE'],
  ['an infinite amount', { fte: Number.POSITIVE_INFINITY }, 'WRONG_TYPE'],
  ['a nested object', { fte: { value: 1 } }, 'WRONG_TYPE'],
  ['a truth called yes', { active: 'yes' }, 'WRONG_TYPE'],
  ['30 February', { entryDate: '2024-02-30' }, 'NOT_A_DATE'],
  ['an American date', { entryDate: '09/01/2021' }, 'NOT_A_DATE'],
  ['a moment between two microseconds', { changedAt: '2024-01-01T10:00:00.1234567Z' }, 'NOT_A_DATE'],
  ['a moment without its offset', { changedAt: '2024-01-01T10:00:00' }, 'NOT_A_DATE'],
  ['a code nobody declared', { sex: 'Q' }, 'NOT_IN_CODES'],
  ['a text of 4,001 characters', { sex: 'x'.repeat(4001) }, 'TOO_LONG'],
  ['a NUL', { sex: 'F\u0000' }, 'INVALID_TEXT'],
  ['half a character', { sex: '\ud800' }, 'INVALID_TEXT'],
  ['a column nobody declared', { lunch: 'pizza' }, 'UNKNOWN_COLUMN'],
])('%s is refused', (_what, row, code) => {
  expect(codeOf(row)).toBe(code);
});

test('a column called __proto__ is an unknown column like any other', () => {
  const row: unknown = JSON.parse('{"studentUniqueId":"1","__proto__":{"sex":"F"}}');
  expect(check(row, 3).problems).toEqual([
    { line: 3, column: null, code: 'UNKNOWN_COLUMN', detail: 'is not a column of this dataset' },
  ]);
});

test('no problem repeats a value of the row, nor an unknown column name that may be one', () => {
  const secret = { studentUniqueId: 'Zoe', sex: 'Zoe Doe', days: 'Zoe', entryDate: 'Zoe', 'Zoe Doe, born 2010': 1 };
  const problems = check(secret, 1).problems;
  expect(problems).toHaveLength(4);
  expect(JSON.stringify(problems)).not.toContain('Zoe');
});
