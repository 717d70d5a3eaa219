import { expect, test } from 'vitest';
import { verdictOf } from './verdict.ts';

const witness = { project: 'unit', file: 'shared/door.test.ts', test: 'a door is locked' };

const reportOf = (status: string, failureMessages: readonly string[] = [], fullName = witness.test) => ({
  testResults: [
    { name: '/copy/shared/door.test.ts', message: '', assertionResults: [{ fullName, status, failureMessages }] },
  ],
});
const verdict = (report: unknown) => verdictOf(report, '/copy', witness);

test.each([
  'AssertionError: expected 1 to be 2',
  'Error: promise resolved "\'open\'" instead of rejecting',
  "Error: expected [Function] to throw error including 'locked' but got 'no door'",
])('an assertion that fails has noticed: %s', (message) => {
  expect(verdict(reportOf('failed', [message]))).toEqual({ kind: 'NOTICED' });
});

test('a test that passes has not', () => {
  expect(verdict(reportOf('passed'))).toEqual({ kind: 'PASSED' });
});

test.each([
  [
    'breaks otherwise',
    reportOf('failed', ['TypeError: no door']),
    '"a door is locked" failed without an assertion: TypeError: no door',
  ],
  ['is not run', reportOf('skipped'), '"a door is locked" failed without an assertion: it was not run'],
  [
    'has another name',
    reportOf('passed', [], 'a door is bolted'),
    'there is no test "a door is locked" in shared/door.test.ts',
  ],
  [
    'does not load',
    { testResults: [{ name: '/copy/shared/door.test.ts', message: 'no such import\nat', assertionResults: [] }] },
    'shared/door.test.ts does not load: no such import',
  ],
  ['is not there', { testResults: [] }, 'there is no shared/door.test.ts'],
  ['did not run', undefined, 'the tests did not run'],
])('a witness that %s says nothing of the bug', (_case, report, why) => {
  expect(verdict(report)).toEqual({ kind: 'UNCLEAR', why });
});
