import { type DuckDBConnection, DuckDBDataChunk, VARCHAR } from '@duckdb/node-api';
import type { DatasetDeclaration } from '../declaration.ts';
import { sqlTypes } from '../sandbox/column-types.ts';
import { quotedName } from '../sandbox/sql-text.ts';
import type { Problem } from './problem.ts';

const batch = 2_048;

export interface Staging {
  add(line: number, deletes: boolean, cells: readonly (string | null)[]): void;
  /** To be called once, after the last row and before anything below. */
  finish(): Promise<void>;
  /** The rows that repeat the key of an earlier row: how many, and the first of them. */
  duplicates(atMost: number): Promise<{ readonly problems: readonly Problem[]; readonly count: number }>;
}

/**
 * Collects checked rows in the table `staged`: columns typed as declared, and `:line` and `:deletes`, which no column can be named.
 * A row travels as one JSON text: a third of the time of handing over its cells one by one.
 */
export const openStaging = async (connection: DuckDBConnection, declaration: DatasetDeclaration): Promise<Staging> => {
  await connection.run('CREATE TABLE delivered (cells VARCHAR)');
  const appender = await connection.createAppender('delivered');
  const chunk = DuckDBDataChunk.create([VARCHAR], batch);
  let texts: string[] = [];
  const flush = (): void => {
    if (texts.length === 0) return;
    chunk.reset();
    chunk.rowCount = texts.length;
    chunk.setColumns([texts]);
    appender.appendDataChunk(chunk);
    texts = [];
  };
  return {
    add: (line, deletes, cells) => {
      texts.push(JSON.stringify([String(line), String(deletes), ...cells]));
      if (texts.length === batch) flush();
    },
    finish: async () => {
      flush();
      appender.closeSync();
      await connection.run(typedTable(declaration));
      await connection.run('DROP TABLE delivered');
    },
    duplicates: async (atMost) => {
      const count = Number((await connection.runAndReadAll(duplicateCount(declaration))).getRows()[0]?.[0] ?? 0);
      if (count === 0) return { problems: [], count };
      const rows = (await connection.runAndReadAll(duplicateLines(declaration, atMost))).getRows();
      const named = declaration.key.join(', ');
      const problems = rows.map(([line, first]): Problem => {
        const detail = `the same key (${named}) as line ${String(first)}`;
        return { line: Number(line), column: null, code: 'DUPLICATE_KEY', detail };
      });
      return { problems, count };
    },
  };
};

const typedTable = ({ columns }: DatasetDeclaration): string => {
  const typed = columns.map(
    ({ name, type }, at) => `CAST(cell[${at + 3}] AS ${sqlTypes[type]}) AS ${quotedName(name)}`,
  );
  return `CREATE TABLE staged AS SELECT CAST(cell[1] AS BIGINT) AS ":line", CAST(cell[2] AS BOOLEAN) AS ":deletes", ${typed.join(', ')}
    FROM (SELECT from_json(cells, '["VARCHAR"]') AS cell FROM delivered)`;
};

const keyOf = ({ key }: DatasetDeclaration): string => key.map(quotedName).join(', ');

// Grouping is cheap and nearly always answers 0; which lines they are is asked only then.
const duplicateCount = (declaration: DatasetDeclaration): string =>
  `SELECT coalesce(sum(rows - 1), 0) FROM (SELECT count(*) AS rows FROM staged GROUP BY ${keyOf(declaration)} HAVING count(*) > 1)`;

const duplicateLines = (declaration: DatasetDeclaration, atMost: number): string =>
  `SELECT ":line", first FROM (SELECT ":line", min(":line") OVER (PARTITION BY ${keyOf(declaration)}) AS first FROM staged)
    WHERE ":line" > first ORDER BY ":line" LIMIT ${atMost}`;
