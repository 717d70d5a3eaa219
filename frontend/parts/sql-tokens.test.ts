import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokensOf } from './sql-tokens.ts';

const shown = (sql: string): string[] =>
  tokensOf(sql)
    .filter(({ text }) => text.trim() !== '')
    .map(({ kind, text }) => `${kind} ${text}`);

describe('A query as it is coloured', () => {
  it('has keywords in any case, names, texts, numbers and comments', () => {
    expect(shown(`select "a b", 'it''s' FROM students -- all of them\nwhere n > 1.5 /* and so on`)).toEqual([
      'keyword select',
      'name "a b"',
      'sign ,',
      `text 'it''s'`,
      'keyword FROM',
      'name students',
      'comment -- all of them',
      'keyword where',
      'name n',
      'sign >',
      'number 1.5',
      'comment /* and so on',
    ]);
  });

  it('finds no keyword inside a text or a comment, and ends an open text with the query', () => {
    expect(shown(`'select from`)).toEqual([`text 'select from`]);
    expect(shown('-- select')).toEqual(['comment -- select']);
  });

  it('is the same query, whatever it holds', () => {
    const isSame = (sql: string): boolean =>
      tokensOf(sql)
        .map(({ text }) => text)
        .join('') === sql;
    expect(fc.check(fc.property(fc.string({ unit: 'binary' }), isSame)).counterexample).toBe(null);
  });
});
