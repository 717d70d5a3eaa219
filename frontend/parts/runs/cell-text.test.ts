import { expect, test } from 'vitest';
import { cellText } from './cell-text.ts';

test.each([
  ['Ann\u202egnp.exe', 'Ann[U+202E]gnp.exe'],
  ['<b>Ann</b>', '<b>Ann</b>'],
  [null, ''],
  [-1.5, '-1.5'],
  [{ code: 'T\u2067' }, '{"code":"T[U+2067]"}'],
])('%j of somebody\u2019s data is shown as %j', (value, shown) => {
  expect(cellText(value)).toBe(shown);
});
