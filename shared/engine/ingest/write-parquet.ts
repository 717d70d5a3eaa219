import type { DuckDBConnection } from '@duckdb/node-api';
import type { DatasetDeclaration } from '../declaration.ts';
import { quotedName, quotedText } from '../sandbox/sql-text.ts';
import { schoolsAtMost } from './school-limit.ts';

/**
 * Writes rows sorted by school and key. The key is unique, so the order is total and the file is the same to the byte
 * whatever the thread count; sorted, it takes a third of the space and rules read it faster.
 */
export const writeSorted = async (
  connection: DuckDBConnection,
  { key, schoolColumn }: DatasetDeclaration,
  rows: string,
  target: string,
): Promise<void> => {
  const order = [...(schoolColumn === null ? [] : [schoolColumn]), ...key].map(quotedName).join(', ');
  await connection.run(
    `COPY (SELECT * FROM (${rows}) ORDER BY ${order})
      TO ${quotedText(target)} (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)`,
  );
};

const namesOf = ({ columns }: DatasetDeclaration): string => columns.map(({ name }) => quotedName(name)).join(', ');

/** The rows of `staged`: with a base, they replace, add to and take from its rows, key by key. */
export const stagedRows = (declaration: DatasetDeclaration, base: string | undefined): string => {
  const names = namesOf(declaration);
  const kept = `SELECT ${names} FROM staged WHERE NOT ":deletes"`;
  if (base === undefined) return kept;
  const key = declaration.key.map(quotedName).join(', ');
  return `SELECT ${names} FROM read_parquet(${quotedText(base)}) ANTI JOIN staged USING (${key}) UNION ALL ${kept}`;
};

export interface WrittenRows {
  readonly rows: number;
  /** Empty when the dataset has no school column. Rows without a school are in no entry; past the limit one more shows. */
  readonly rowsBySchool: Readonly<Record<string, number>>;
}

export const countRows = async (
  connection: DuckDBConnection,
  { schoolColumn }: DatasetDeclaration,
  target: string,
): Promise<WrittenRows> => {
  const file = `read_parquet(${quotedText(target)})`;
  const total = await connection.runAndReadAll(`SELECT count(*) FROM ${file}`);
  const rows = Number(total.getRows()[0]?.[0]);
  if (schoolColumn === null) return { rows, rowsBySchool: {} };
  const school = quotedName(schoolColumn);
  const counts = await connection.runAndReadAll(
    `SELECT ${school}, count(*) FROM ${file} WHERE ${school} IS NOT NULL GROUP BY ALL ORDER BY ALL
      LIMIT ${schoolsAtMost + 1}`,
  );
  return { rows, rowsBySchool: Object.fromEntries(counts.getRows().map(([id, count]) => [String(id), Number(count)])) };
};
