import { expect, test } from 'vitest';
import { failuresOf } from './failures.ts';

const passed = { fullName: 'adds', status: 'passed', failureMessages: [] };
const failed = { fullName: 'divides', status: 'failed', failureMessages: ['Error: by nothing\n    at divide'] };
const reportOf = (message: string, ...assertionResults: unknown[]) => ({
  testResults: [{ name: '/attest/sums.test.ts', message, assertionResults }],
});

test('a test that failed is told with its file, its name and how its message begins', () => {
  expect(failuresOf(reportOf('', passed, failed), '/attest')).toEqual([
    'sums.test.ts: divides',
    'Error: by nothing',
    '    at divide',
  ]);
});

test('of a test that failed twice over both messages are told', () => {
  const twice = { ...failed, failureMessages: ['waited in vain', 'the page showed this'] };
  expect(failuresOf(reportOf('', twice), '/attest').slice(1)).toEqual(['waited in vain', 'the page showed this']);
});

test('a file that does not load is told with its message', () => {
  expect(failuresOf(reportOf('Cannot find ./sums.ts'), '/attest')).toEqual(['sums.test.ts', 'Cannot find ./sums.ts']);
});

test('a long message is cut: six lines, 400 characters each', () => {
  const long = { ...failed, failureMessages: [Array.from({ length: 20 }, () => 'x'.repeat(1_000)).join('\n')] };
  expect(failuresOf(reportOf('', long), '/attest').slice(1)).toEqual(Array.from({ length: 6 }, () => 'x'.repeat(400)));
});

test.each([
  ['nothing failed', reportOf('', passed)],
  ['there is no report', undefined],
  ['it is none', { hello: 1 }],
])('nothing is told when %s', (_case, report) => {
  expect(failuresOf(report, '/attest')).toEqual([]);
});
