import { expect, test } from 'vitest';
import { text } from './text.ts';

const taken = (value: string): string | undefined => text(40).safeParse(value).data;

test.each([
  ['nothing', ''],
  ['spaces', ' \t\u00A0\u3000'],
  ['letters without width', '\u200B\u200D\u2060\uFEFF'],
  ['a change of direction', '\u202E\u2066\u2069'],
  ['fillers', '\u115F\u3164\uFFA0'],
  ['controls', '\u0007\u001B'],
])('a text that is %s is empty for whoever reads it, and refused', (_what, value) => {
  expect(taken(value)).toBeUndefined();
});

test('whatever else is in a text that shows something is kept, composed and trimmed', () => {
  expect(taken(' e\u0301\u202Eabc\u202C ')).toBe('é\u202Eabc\u202C');
  expect(taken('👩‍👧')).toBe('👩‍👧');
  expect(taken('می‌خواهم')).toBe('می‌خواهم');
  expect(taken('0')).toBe('0');
});
