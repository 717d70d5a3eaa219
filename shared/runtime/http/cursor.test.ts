import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CursorScope, readCursor, writeCursor } from './cursor.ts';

const key = 'secret';
const scope: CursorScope = { principal: 'ana', operation: 'listRuns', filters: { status: ['QUEUED'] } };

test('a cursor leads back to its place, whatever the place is called', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (place) => {
      expect(readCursor(key, scope, writeCursor(key, scope, place))).toBe(place);
    }),
  );
});

test('a cursor continues nobody else’s list, no other list, and not under other filters', () => {
  const cursor = writeCursor(key, scope, 'place');
  const foreign: readonly CursorScope[] = [
    { ...scope, principal: 'gus' },
    { ...scope, operation: 'listQueue' },
    { ...scope, filters: { status: ['FAILED'] } },
    { ...scope, filters: {} },
  ];
  expect(foreign.map((other) => readCursor(key, other, cursor))).toEqual(foreign.map(() => undefined));
  expect(readCursor('another secret', scope, cursor)).toBeUndefined();
});

test('an edited cursor leads nowhere', () => {
  const cursor = writeCursor(key, scope, 'place');
  const characters = fc.constantFrom('A', 'b', '0', '9', '_', '-', '.', '=', 'é', ' ');
  fc.assert(
    fc.property(fc.nat(cursor.length - 1), characters, (at, character) => {
      const edited = cursor.slice(0, at) + character + cursor.slice(at + 1);
      const found = readCursor(key, scope, edited);
      // The last character of each part carries spare bits: another one may spell the same bytes.
      expect([undefined, 'place']).toContain(found);
    }),
  );
});

test.each(['', '.', 'x', 'x.y', '..', 'cGxhY2U.', '\u0000', '%00.%00'])('%j is no cursor', (text) => {
  expect(readCursor(key, scope, text)).toBeUndefined();
});
