import * as fc from 'fast-check';
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { dictionary1 } from './packing-dictionary.ts';
import { pack, unpack } from './packing.ts';

it('a packed value is read back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      // JSON knows no negative zero.
      expect(unpack(pack(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

it('the dictionary never changes: every packed item in the world needs it', () => {
  expect(createHash('sha256').update(dictionary1).digest('hex')).toBe(
    'bd11d72272ee607aff52c185bf28f0900ea42f4a5b823f0492e88a6216a6f023',
  );
});

it('what was packed in another way is refused, not guessed', () => {
  const packed = pack({ status: 'SENT' });
  expect(() => unpack(Buffer.concat([Buffer.of(2), packed.subarray(1)]))).toThrow('format 2');
  expect(() => unpack(packed.subarray(0, packed.length - 3))).toThrow();
});
