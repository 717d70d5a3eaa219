import { expect, test } from 'vitest';
import { visibleText } from './visible-text.ts';

test.each([
  ['an override that would turn the rest of a line around', 'Ann\u202egnp.exe', 'Ann[U+202E]gnp.exe'],
  ['an isolate that is never closed', '\u2067Ann', '[U+2067]Ann'],
  ['a space without a width between two that look the same', 'Le\u200be', 'Le[U+200B]e'],
  ['a byte order mark and a soft hyphen', '\ufeffLe\u00ade', '[U+FEFF]Le[U+00AD]e'],
  ['words hidden in tags', 'Ann\u{e0061}\u{e0062}', 'Ann[U+E0061][U+E0062]'],
])('%s is named', (_what, text, shown) => {
  expect(visibleText(text)).toBe(shown);
});

test.each([
  ['Arabic', '\u0645\u062d\u0645\u062f'],
  ['Hebrew with a mark of direction', '\u05d3\u05d5\u05d3\u200f (2)'],
  ['Persian with a joiner', '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645'],
  ['Hindi with a joiner', '\u0915\u094d\u200d\u0937'],
  ['a family in one emoji', '\u{1f469}\u200d\u{1f467}'],
  ['the flag of a region', '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
  ['plain words', "O'Brien-Smith, Jr."],
])('%s stays as it was written', (_what, text) => {
  expect(visibleText(text)).toBe(text);
});
