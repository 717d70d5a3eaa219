import type { DuckDBConnection } from '@duckdb/node-api';
import type { ColumnType, DatasetDeclaration } from '../../declaration.ts';
import { quotedName, quotedText } from '../../sandbox/sql-text.ts';
import { columnNames, operationColumn } from '../column-names.ts';
import type { ColumnMapping } from '../job.ts';
import type { Line } from '../line.ts';
import { type Problem, UnreadableFile } from '../problem.ts';
import { requireAtMost, requireShortFooter } from './footer.ts';

const wholeNumbers = ['TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'UTINYINT', 'USMALLINT', 'UINTEGER', 'UBIGINT'];

const plainText = (column: string): string => `CAST(${column} AS VARCHAR)`;

// A double is the decimal it stands for, or none: 0.1 is, 1e300 and NaN are not.
const doubleText = (column: string): string =>
  `CASE WHEN CAST(TRY_CAST(${column} AS DECIMAL(18,6)) AS DOUBLE) = ${column}
    THEN CAST(TRY_CAST(${column} AS DECIMAL(18,6)) AS VARCHAR) ELSE coalesce(CAST(${column} AS VARCHAR), NULL) || ' ' END`;

// With every digit it has: whether they can be kept is for the check of all formats to say.
const momentText = (column: string): string => `replace(CAST(${column} AS VARCHAR), ' ', 'T') || 'Z'`;

const zonedMomentText = (column: string): string => momentText(`CAST(${column} AS TIMESTAMP)`);

type Readers = Readonly<Record<string, (column: string) => string>>;

const fromText: Readers = { VARCHAR: plainText };
const fromWhole: Readers = Object.fromEntries(wholeNumbers.map((type) => [type, plainText]));

/** How the text of a declared column is had from a column of the file, by the file's type. */
const readers: Readonly<Record<ColumnType, Readers>> = {
  string: fromText,
  integer: { ...fromText, ...fromWhole },
  decimal: { ...fromText, ...fromWhole, DECIMAL: plainText, FLOAT: plainText, DOUBLE: doubleText },
  boolean: { ...fromText, ...fromWhole, BOOLEAN: plainText },
  date: { ...fromText, DATE: plainText },
  timestamp: {
    ...fromText,
    ...Object.fromEntries(
      ['TIMESTAMP', 'TIMESTAMP_S', 'TIMESTAMP_MS', 'TIMESTAMP_NS'].map((type) => [type, momentText]),
    ),
    'TIMESTAMP WITH TIME ZONE': zonedMomentText,
  },
};

const withoutScale = (type: string): string => (type.endsWith(')') ? type.slice(0, type.indexOf('(')) : type);

/** A Parquet file whose columns are known: as a relation of texts, and what is wrong with its columns. */
export interface ParquetFile {
  readonly sql: string;
  /** The names of its columns, as DuckDB reads them. */
  readonly titles: readonly string[];
  readonly textOf: (name: string) => string | undefined;
  readonly problems: readonly Problem[];
}

const malformed = { code: 'MALFORMED_PARQUET', detail: 'the file cannot be read as Parquet' } as const;

/**
 * What DuckDB says of a broken file may quote it: only that it is broken is told. Reading row by row takes little memory,
 * so want of it too is the file's doing: a torn length asks for gigabytes.
 */
export const orUnreadable = async <Value>(work: Promise<Value>): Promise<Value> => {
  try {
    return await work;
  } catch {
    throw new UnreadableFile(malformed);
  }
};

const rowsOf = async (connection: DuckDBConnection, sql: string) =>
  (await orUnreadable(connection.runAndReadAll(sql))).getRows();

// Three times what the largest district has; a column of one value takes no bytes, however many rows it has.
const rowLimit = 100_000_000;

const requireBounded = async (connection: DuckDBConnection, file: string, limit: number): Promise<void> => {
  const [counted] = await rowsOf(connection, `SELECT max(num_rows) FROM parquet_file_metadata(${file})`);
  requireAtMost(Number(counted?.[0] ?? 0), rowLimit, 'rows');
  const [sizes] = await rowsOf(
    connection,
    `SELECT sum(abs(total_uncompressed_size)), sum(row_group_num_rows) FILTER (column_id = 0) FROM parquet_metadata(${file})`,
  );
  requireAtMost(Number(sizes?.[1] ?? 0), rowLimit, 'rows');
  requireAtMost(Number(sizes?.[0] ?? 0), limit, 'bytes');
};

/** Opens a delivered Parquet file; throws UnreadableFile when it is none. */
export const openParquet = async (
  connection: DuckDBConnection,
  declaration: DatasetDeclaration,
  {
    path,
    mapping,
    limit,
  }: { readonly path: string; readonly mapping?: ColumnMapping | undefined; readonly limit: number },
): Promise<ParquetFile> => {
  const file = quotedText(path);
  await requireShortFooter(path);
  await requireBounded(connection, file, limit);
  const described = await rowsOf(
    connection,
    `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet(${file}))`,
  );
  const titles = described.map(([name]) => String(name));
  const types = described.map(([, type]) => withoutScale(String(type)));
  const { columns, problems } = columnNames(declaration, mapping, titles);
  const texts = new Map<string, string>();
  const wrong: Problem[] = [];
  for (const { name, type } of declaration.columns) {
    const at = columns.indexOf(name);
    if (at < 0) continue;
    const text = readers[type][types[at] ?? '']?.(quotedName(titles[at] ?? ''));
    if (text === undefined)
      wrong.push({ line: 0, column: name, code: 'WRONG_TYPE', detail: `the file's type does not hold a ${type}` });
    else texts.set(name, text);
  }
  const operation = columns.indexOf(operationColumn);
  if (operation >= 0) texts.set(operationColumn, plainText(quotedName(titles[operation] ?? '')));
  return {
    sql: `read_parquet(${file})`,
    titles,
    textOf: (name) => texts.get(name),
    problems: [...problems.map((problem) => ({ ...problem, line: 0 })), ...wrong],
  };
};

/** The rows of a Parquet file as lines, numbered from 1. */
export const readParquet = async function* (
  connection: DuckDBConnection,
  declaration: DatasetDeclaration,
  { sql, textOf }: ParquetFile,
): AsyncGenerator<readonly Line[]> {
  const names = [operationColumn, ...declaration.columns.map(({ name }) => name)].filter(
    (name) => textOf(name) !== undefined,
  );
  const texts = names.map((name) => textOf(name) ?? 'NULL').join(', ');
  const result = await orUnreadable(connection.stream(`SELECT row_number() OVER (), ${texts} FROM ${sql}`));
  for (;;) {
    const chunk = await orUnreadable(result.fetchChunk());
    if (!chunk || chunk.rowCount === 0) return;
    yield chunk.getRows().map(([number, ...cells]): Line => {
      const value = Object.fromEntries(names.map((name, at) => [name, cells[at]]));
      return { number: Number(number), raw: '', value };
    });
  }
};
