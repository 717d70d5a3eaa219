import { rm } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { DatasetDeclaration } from '../declaration.ts';
import { quotedName, quotedText } from '../sandbox/sql-text.ts';
import { checkedColumns } from './checked-text.ts';
import type { CsvHeader } from './csv/header.ts';
import { operationColumn } from './column-names.ts';
import { lineLimit } from './line.ts';
import { writeSorted } from './write-parquet.ts';

/** A delivered file as DuckDB reads it by itself, and the text of each of its declared columns. */
export interface Relation {
  readonly sql: string;
  readonly textOf: (name: string) => string | undefined;
}

/** Undefined for a file whose rows say what is done with them, or whose header has lines that DuckDB miscounts. */
export const csvRelation = (path: string, { delimiter, columns, titles }: CsvHeader): Relation | undefined => {
  if (columns.includes(operationColumn) || titles.some((title) => /[\r\n]/.test(title))) return undefined;
  const names = columns.map((_, at) => `${quotedText(`c${at}`)}: 'VARCHAR'`).join(', ');
  return {
    sql: `read_csv(${quotedText(path)}, auto_detect=false, header=true, delim=${quotedText(delimiter)}, quote='"',
      escape='"', nullstr='', strict_mode=true, null_padding=false, max_line_size=${lineLimit}, columns={${names}})`,
    textOf: (name) => {
      const at = columns.indexOf(name);
      return at < 0 ? undefined : `c${at}`;
    },
  };
};

/**
 * Whether two rows may have the same key. Grouped by a number made of the key, in half the time of the key itself: equal
 * keys make equal numbers, and should two different ones ever do so, the rows are looked at one by one.
 */
const mayRepeatKeys = async (
  connection: DuckDBConnection,
  { key }: DatasetDeclaration,
  target: string,
): Promise<boolean> => {
  const number = `hash(${key.map(quotedName).join(', ')})`;
  const found = await connection.runAndReadAll(
    `SELECT 1 FROM read_parquet(${quotedText(target)}) GROUP BY ${number} HAVING count(*) > 1 LIMIT 1`,
  );
  return found.currentRowCount > 0;
};

/**
 * The way of nearly every delivery: DuckDB checks and sorts the whole file in one statement instead of row by row. False when it finds anything to say, or anything it cannot do: then the rows are looked at one by one, and only
 * that decides and names what is wrong.
 */
export const writeDirectly = async (
  connection: DuckDBConnection,
  declaration: DatasetDeclaration,
  { sql, textOf }: Relation,
  target: string,
): Promise<boolean> => {
  try {
    await writeSorted(connection, declaration, `SELECT ${checkedColumns(declaration, textOf)} FROM ${sql}`, target);
    if (!(await mayRepeatKeys(connection, declaration, target))) return true;
  } catch {
    // Whatever it was, the other way meets it again and says so.
  }
  await rm(target, { force: true });
  return false;
};
