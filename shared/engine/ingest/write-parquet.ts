import type { DuckDBConnection } from '@duckdb/node-api';
import type { DatasetDeclaration } from '../declaration.ts';
import { quotedName, quotedText } from '../sandbox/sql-text.ts';

/**
 * Writes `staged` sorted by school and key. The key is unique, so the order is total and the file is the same to the
 * byte whatever the thread count; sorted, it takes a third of the space and rules read it faster.
 */
export const writeSorted = async (
  connection: DuckDBConnection,
  { columns, key, schoolColumn }: DatasetDeclaration,
  target: string,
): Promise<void> => {
  const order = [...(schoolColumn === null ? [] : [schoolColumn]), ...key].map(quotedName).join(', ');
  const names = columns.map(({ name }) => quotedName(name)).join(', ');
  await connection.run(
    `COPY (SELECT ${names} FROM staged ORDER BY ${order})
      TO ${quotedText(target)} (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)`,
  );
};
