import type { DuckDBConnection } from '@duckdb/node-api';
import { quotedText, textList } from '../sandbox/sql-text.ts';

export interface RowsFile {
  readonly columns: readonly string[];
  /** Told in the file beside its rows. */
  readonly report: string;
  readonly target: string;
}

// A name is anything that SQL takes in quotes; in a pointer two signs mean something else.
const pointerTo = (column: string): string => `/${column.replaceAll('~', '~0').replaceAll('/', '~1')}`;

// Up to so many digits a whole number fits the type; a longer one is a decimal that a floating number holds exactly.
const wholeDigits = 18;

const kindsOf = async (
  connection: DuckDBConnection,
  columns: readonly string[],
  chosen: string,
): Promise<ReadonlyMap<number, readonly string[]>> => {
  const pointers = textList(columns.map(pointerTo));
  const read = await connection.runAndReadAll(
    `SELECT DISTINCT place, CASE WHEN kind <> 'UBIGINT' THEN kind WHEN length(cell) > ${wholeDigits} THEN 'DOUBLE' ELSE 'BIGINT' END
      FROM (SELECT generate_subscripts(${pointers}, 1) - 1 AS place, unnest(json_type("row", ${pointers})) AS kind,
        unnest(json_extract("row", ${pointers})) AS cell ${chosen}) WHERE kind <> 'NULL'`,
  );
  const found = read.getRows().map(([place, kind]) => ({ place: Number(place), kind: String(kind) }));
  const byPlace = Map.groupBy(found, ({ place }) => place);
  return new Map([...byPlace].map(([place, kinds]) => [place, kinds.map(({ kind }) => kind)]));
};

/** Findings hold numbers, truths and texts: a column is of the narrowest type that every value of it has. */
const typeOf = (kinds: readonly string[] = []): string => {
  const [first = 'VARCHAR', ...others] = kinds;
  if (others.length === 0) return first;
  return kinds.every((kind) => kind === 'BIGINT' || kind === 'DOUBLE') ? 'DOUBLE' : 'VARCHAR';
};

const typedRows = async (connection: DuckDBConnection, columns: readonly string[], chosen: string): Promise<string> => {
  const kinds = await kindsOf(connection, columns, chosen);
  const types = columns.map((name, at) => `${JSON.stringify(name)}: "${typeOf(kinds.get(at))}"`);
  return `SELECT unnest(json_transform_strict("row", ${quotedText(`{${types.join(', ')}}`)})) ${chosen}`;
};

// A rule that could not be checked has no columns and no rows, and a Parquet file must have a column.
const noRows = `SELECT '' AS "Rule Code" WHERE false`;

/** Copies chosen rows into a Parquet file of their own, with a column for each column of their rule. */
export const copyRows = async (
  connection: DuckDBConnection,
  chosen: string,
  { columns, report, target }: RowsFile,
): Promise<void> => {
  const rows = columns.length === 0 ? noRows : await typedRows(connection, columns, chosen);
  await connection.run(
    `COPY (${rows}) TO ${quotedText(target)}
      (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false, KV_METADATA {report: ${quotedText(report)}})`,
  );
};
