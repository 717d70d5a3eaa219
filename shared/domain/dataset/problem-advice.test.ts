import { expect, test } from 'vitest';
import { adviceFor, isProblemCode } from './problem-advice.ts';

test('a problem of a file comes with what to do about it', () => {
  expect(isProblemCode('NOT_A_DATE')).toBe(true);
  expect(adviceFor('NOT_A_DATE')).toContain('YYYY-MM-DD');
});

test.each(['OF_AN_EARLIER_RELEASE', 'toString'])('a problem called %s comes with no advice', (code) => {
  expect(isProblemCode(code)).toBe(false);
  expect(adviceFor(code)).toBeNull();
});
