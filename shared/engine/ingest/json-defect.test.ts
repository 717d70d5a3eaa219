import { expect, test } from 'vitest';
import { jsonDefect } from './json-defect.ts';

test.each([
  ['{"a":1,"a":2}', 'REPEATED_COLUMN', 'a'],
  ['{"a\\"":1,"b":{"a\\"":2},"a\\"":3}', 'REPEATED_COLUMN', null],
  [`{"a":${'['.repeat(101)}${']'.repeat(101)}}`, 'MALFORMED_JSON', null],
])('finds what is wrong with %s', (raw, code, column) => {
  expect(jsonDefect(raw, JSON.parse(raw))).toMatchObject({ defect: { code }, column });
});

test.each(['{"a":{"b":1},"c":{"b":2}}', '{"a":":","b":[]}'])('lets %s be', (raw) => {
  expect(jsonDefect(raw, JSON.parse(raw))).toBeUndefined();
});

test('reads a text that no quote closes once', () => {
  expect(jsonDefect(`{"a":{},"${'x'.repeat(100_000)}`, { a: {} })).toBeUndefined();
});
