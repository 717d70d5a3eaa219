import { quotedName, quotedText } from '../sandbox/sql-text.ts';

const asIs: ReadonlySet<string> = new Set([
  'VARCHAR',
  'BOOLEAN',
  'TINYINT',
  'SMALLINT',
  'INTEGER',
  'UTINYINT',
  'USMALLINT',
  'UINTEGER',
  'DATE',
]);
const wide: ReadonlySet<string> = new Set(['BIGINT', 'UBIGINT', 'HUGEINT', 'UHUGEINT']);
const floating: ReadonlySet<string> = new Set(['FLOAT', 'DOUBLE']);

const largestExact = Number.MAX_SAFE_INTEGER;

// Fifteen digits come back from a floating number as they went in; of more digits each value is tried.
const isNarrow = (type: string): boolean => Number(/^DECIMAL\((\d+),/.exec(type)?.[1] ?? Infinity) <= 15;

const jsonValue = (name: string, type: string): string => {
  const column = `found.${quotedName(name)}`;
  const textUnless = (condition: string): string =>
    `CASE WHEN ${condition} THEN to_json(${column}) ELSE to_json(CAST(${column} AS VARCHAR)) END`;
  if (asIs.has(type) || isNarrow(type)) return column;
  // What no reader of JSON can hold as a number is told as text instead of as a number that is nearly right.
  if (wide.has(type)) return textUnless(`${column} BETWEEN -${largestExact} AND ${largestExact}`);
  if (floating.has(type)) return textUnless(`isfinite(${column})`);
  if (type.startsWith('DECIMAL')) return textUnless(`TRY_CAST(CAST(${column} AS DOUBLE) AS ${type}) = ${column}`);
  return `CAST(${column} AS VARCHAR)`;
};

/** SQL that turns the row `found` into one JSON object with its columns in their order: numbers, truths and texts. */
export const rowJson = (columns: readonly { readonly name: string; readonly type: string }[]): string =>
  `json_object(${columns.map(({ name, type }) => `${quotedText(name)}, ${jsonValue(name, type)}`).join(', ')})`;
