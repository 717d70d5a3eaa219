export type TokenKind = 'keyword' | 'text' | 'number' | 'comment' | 'name' | 'sign';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const keywords = new Set(
  (
    'select from where and or not in is null as on join left right full inner outer cross using group by order having limit ' +
    'offset union all except intersect distinct case when then else end with recursive between like ilike exists cast asc desc ' +
    'over partition filter values true false any semi anti lateral qualify window rows range interval date timestamp'
  ).split(' '),
);

// Comments, texts, quoted names, numbers, words, and every other character on its own. Always matches something.
const parts = /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*'?|"(?:[^"]|"")*"?|\d+(?:\.\d+)?|[A-Za-z_]\w*|\s+|[^\s\w]/g;

const kindOf = (text: string): TokenKind => {
  if (text.startsWith('--') || text.startsWith('/*')) return 'comment';
  if (text.startsWith("'")) return 'text';
  if (/^\d/.test(text)) return 'number';
  if (/^[A-Za-z_]/.test(text)) return keywords.has(text.toLowerCase()) ? 'keyword' : 'name';
  return text.startsWith('"') ? 'name' : 'sign';
};

/** A query in the pieces that are coloured. Together they are the query again, character by character. */
export const tokensOf = (sql: string): readonly Token[] =>
  (sql.match(parts) ?? []).map((text) => ({ kind: kindOf(text), text }));
