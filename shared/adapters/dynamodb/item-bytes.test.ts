import { expect, it } from 'vitest';
import { itemBytes } from './item-bytes.ts';

it.each([
  ['a text and its name, in UTF-8', { name: 'Ñandú' }, 4 + 7],
  ['a number, two digits a byte and one more', { n: 12345 }, 1 + 4],
  ['a negative number, one byte more', { n: -12345 }, 1 + 5],
  ['truth and null, one byte', { a: true, b: null }, 1 + 1 + 1 + 1],
  ['bytes as they are', { b: new Uint8Array(7) }, 1 + 7],
  ['a list: three bytes and one for each member', { l: ['ab', 'c'] }, 1 + 3 + (1 + 2) + (1 + 1)],
  ['a map: three bytes and one for each member with its name', { m: { x: 'ab' } }, 1 + 3 + (1 + 1 + 2)],
  ['nothing for what is left out', { a: undefined }, 1],
])('DynamoDB counts %s', (_what, item, bytes) => {
  expect(itemBytes(item)).toBe(bytes);
});
