import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { quotedText } from '../../shared/engine/sandbox/sql-text.ts';
import type { ReportedRule } from '../../shared/engine/report/report.ts';

export interface MadeFindings {
  readonly rows: number;
  /** As a run leaves them: one JSON text a row. */
  readonly findingsFile: string;
  /** The same rows as typed columns, for the engine to write by itself. */
  readonly plainFile: string;
  readonly columns: readonly string[];
  readonly results: readonly ReportedRule[];
}

const columns = ['studentUniqueId', 'schoolId', 'attendanceDate', 'sequence', 'code', 'lastName', 'note'];

// Seven columns of usual width; every thousandth row holds what must be escaped.
const rowsOf = (count: number): string => `
  SELECT CAST(1000000 + range AS VARCHAR) AS studentUniqueId, CAST(900000 + range % 600 AS VARCHAR) AS schoolId,
    DATE '2021-08-16' + CAST(range % 280 AS INTEGER) AS attendanceDate, CAST(range % 3 AS INTEGER) AS sequence,
    ['P', 'T', 'E', 'U'][1 + range % 4] AS code, ['Brown', 'Castillo', 'O''Neill', 'Nguyễn'][1 + range % 4] AS lastName,
    CASE WHEN range % 1000 = 0 THEN '=cmd|''<b>"' ELSE 'attended ' || CAST(range % 97 AS VARCHAR) END AS note
  FROM range(${count})`;

const rule = (count: number): ReportedRule => ({
  dataset: 'attendance',
  ruleCode: 'R1',
  ruleName: 'Attendance outside every enrollment',
  severity: 'WARNING',
  outcome: count > 0 ? 'FINDINGS' : 'PASSED',
  count,
  rowsKept: count,
  columns,
  problem: null,
  message: 'Correct the enrollment or the attendance.',
});

/** So many findings of one rule, in the form that a run writes. */
export const makeFindings = async (folder: string, rows: number): Promise<MadeFindings> => {
  const place = join(folder, String(rows));
  await mkdir(place, { recursive: true });
  const [findingsFile, plainFile] = [join(place, 'findings.parquet'), join(place, 'plain.parquet')];
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const pairs = columns.map((column) => `${quotedText(column)}, ${column}`).join(', ');
  await connection.run(`COPY (${rowsOf(rows)}) TO ${quotedText(plainFile)} (FORMAT parquet)`);
  await connection.run(
    `COPY (SELECT 'R1' AS rule_code, 'WARNING' AS severity, row_number() OVER () AS ordinal, CAST(json_object(${pairs}) AS VARCHAR) AS "row"
      FROM read_parquet(${quotedText(plainFile)})) TO ${quotedText(findingsFile)} (FORMAT parquet, COMPRESSION zstd)`,
  );
  connection.closeSync();
  instance.closeSync();
  return { rows, findingsFile, plainFile, columns, results: [rule(rows)] };
};
