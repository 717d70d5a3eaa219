import type { DuckDBConnection } from '@duckdb/node-api';
import { quotedText } from '../sandbox/sql-text.ts';
import type { Part } from './messages.ts';

const rowsOf = ({ place, ruleCode, severity, file }: Part, rowsPerRule: number): string =>
  `SELECT ${place} AS place, ${quotedText(ruleCode)} AS rule_code, ${quotedText(severity)} AS severity,
    file_row_number + 1 AS ordinal, cause, "row"
    FROM read_parquet(${quotedText(file)}, file_row_number = true) WHERE file_row_number < ${rowsPerRule}`;

const noRows = `SELECT 0 AS place, '' AS rule_code, '' AS severity, CAST(0 AS BIGINT) AS ordinal, '' AS cause, '' AS "row" WHERE false`;

/** Joins the rows of all rules into the one findings file: rule by rule in their order, each in the order of its rows. */
export const seal = async (
  connection: DuckDBConnection,
  parts: readonly Part[],
  rowsPerRule: number,
  target: string,
): Promise<void> => {
  const rows = parts.length === 0 ? noRows : parts.map((part) => rowsOf(part, rowsPerRule)).join(' UNION ALL ');
  await connection.run(
    `COPY (SELECT rule_code, severity, ordinal, cause, "row" FROM (${rows}) ORDER BY place, ordinal)
      TO ${quotedText(target)} (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)`,
  );
};
