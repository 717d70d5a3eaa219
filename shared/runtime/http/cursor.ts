import { createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalJson } from '../../kernel/canonical-json.ts';

/** What a cursor is bound to: it continues only this list, for this person, with these filters. */
export interface CursorScope {
  readonly principal: string;
  readonly operation: string;
  readonly filters: unknown;
}

const sign = (key: string, scope: CursorScope, position: string): string =>
  createHmac('sha256', key)
    .update(`${canonicalJson(scope)}\n${position}`)
    .digest('base64url');

/** Opaque to callers: the position of the last item, signed with the table's own key. */
export const writeCursor = (key: string, scope: CursorScope, position: string): string =>
  `${Buffer.from(position).toString('base64url')}.${sign(key, scope, position)}`;

/** The position, or undefined when the cursor was edited or belongs to another list, person or filter. */
export const readCursor = (key: string, scope: CursorScope, cursor: string): string | undefined => {
  const [encoded = '', signature = ''] = cursor.split('.', 2);
  const position = Buffer.from(encoded, 'base64url').toString();
  const expected = Buffer.from(sign(key, scope, position));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected) ? position : undefined;
};
