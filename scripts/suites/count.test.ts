import { expect, test } from 'vitest';
import { countOfCheck, countOfVitest, sumOf } from './count.ts';

const report = { success: true, numPassedTests: 4, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };

test('a check counts as one', () => {
  expect([countOfCheck(0), countOfCheck(2)]).toEqual([
    { passed: 1, failed: 0 },
    { passed: 0, failed: 1 },
  ]);
});

test('a vitest run counts its tests', () => {
  expect(countOfVitest({ ...report, numFailedTests: 2, success: false }, 1)).toEqual({ passed: 4, failed: 2 });
});

test('a skipped or forgotten test has failed', () => {
  expect(countOfVitest({ ...report, numPendingTests: 1, numTodoTests: 1 }, 0)).toEqual({ passed: 4, failed: 2 });
});

test.each([
  ['an unhandled error', { ...report, success: false }, 1],
  ['a run that exits badly after its last test', report, 1],
])('%s fails the run once', (_case, outcome, exitCode) => {
  expect(countOfVitest(outcome, exitCode)).toEqual({ passed: 4, failed: 1 });
});

test.each([
  ['no report', undefined],
  ['a report that is none', { hello: 1 }],
  ['a run without a test', { ...report, numPassedTests: 0 }],
])('%s is a failure', (_case, outcome) => {
  expect(countOfVitest(outcome, 0)).toEqual({ passed: 0, failed: 1 });
});

test('the closing line is the sum over all suites', () => {
  expect(sumOf([countOfCheck(0), countOfCheck(1), countOfVitest(report, 0)])).toEqual({ passed: 5, failed: 1 });
});
