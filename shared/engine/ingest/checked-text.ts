import type { ColumnDeclaration, ColumnType, DatasetDeclaration } from '../declaration.ts';
import { sqlTypes } from '../sandbox/column-types.ts';
import { quotedName, quotedText, textList } from '../sandbox/sql-text.ts';

// The patterns of read-cell.ts and of the kernel's dates, or narrower: what they leave is looked at row by row.
const patterns: Readonly<Partial<Record<ColumnType, string>>> = {
  integer: '-?[0-9]{1,15}',
  decimal: '-?[0-9]{1,12}(\\.[0-9]{1,6})?',
  boolean: 'true|false|1|0',
  date: '[0-9]{4}-[0-9]{2}-[0-9]{2}',
  timestamp:
    '[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,6})?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])',
};

const blank = '[\\t\\n\\x0B\\f\\r\\p{Z}\\x{FEFF}]*';

const holds = ({ type, required, codes }: ColumnDeclaration, text: string): string => {
  const pattern = patterns[type];
  const shape =
    pattern === undefined
      ? `strlen(${text}) <= 4000 AND instr(${text}, chr(0)) = 0`
      : `regexp_full_match(${text}, ${quotedText(pattern)})`;
  const code = codes === undefined ? [] : [`${text} IN ${textList(codes)}`];
  const filled = required && pattern === undefined ? [`NOT regexp_full_match(${text}, ${quotedText(blank)})`] : [];
  return [shape, ...code, ...filled].join(' AND ');
};

const typed = ({ type }: ColumnDeclaration, text: string): string =>
  type === 'timestamp'
    ? `CAST(CAST(${text} AS TIMESTAMPTZ) AT TIME ZONE 'UTC' AS TIMESTAMP)`
    : `CAST(${text} AS ${sqlTypes[type]})`;

/**
 * The column's value from its text (SQL), or an error that ends the statement: the set-wise form of `rowCheck`. It may
 * refuse what the row-wise form accepts, never the other way round; proven by a test over generated files.
 */
const checked = (column: ColumnDeclaration, text: string | undefined): string => {
  const name = quotedName(column.name);
  if (text === undefined) return `CAST(NULL AS ${sqlTypes[column.type]}) AS ${name}`;
  const absent = column.required ? "error('required')" : 'NULL';
  return `CASE WHEN ${text} IS NULL THEN ${absent} WHEN ${holds(column, text)} THEN ${typed(column, text)}
    ELSE error('refused') END AS ${name}`;
};

/** A SELECT list of all declared columns; `textOf` names the text of a column in the delivered relation. */
export const checkedColumns = ({ columns }: DatasetDeclaration, textOf: (name: string) => string | undefined): string =>
  columns.map((column) => checked(column, textOf(column.name))).join(',\n');
