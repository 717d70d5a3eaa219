import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { ValidationEngine } from '../../shared/application/ports/engine.ts';
import type { RuleResult } from '../../shared/domain/validation-run/state.ts';

export interface CannedFinding {
  readonly ruleCode: string;
  readonly severity: RuleResult['severity'];
  readonly row: Readonly<Record<string, string | number>>;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const writeFindings = async (file: string, findings: readonly CannedFinding[]): Promise<void> => {
  const rows = findings.map(({ ruleCode, severity, row }, ordinal) =>
    [
      quoted(ruleCode),
      quoted(severity),
      String(ordinal),
      quoted(String(row['cause'] ?? '')),
      quoted(JSON.stringify(row)),
    ].join(', '),
  );
  const values = rows.length === 0 ? `('', '', 0, '', '')` : rows.map((row) => `(${row})`).join(', ');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(
    `COPY (SELECT * FROM (VALUES ${values}) AS found(rule_code, severity, ordinal, cause, "row") LIMIT ${rows.length})
     TO ${quoted(file)} (FORMAT parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
};

const resultOf = (ruleCode: string, findings: readonly CannedFinding[]): RuleResult => ({
  dataset: 'students',
  ruleCode,
  ruleName: `Rule ${ruleCode}`,
  severity: findings[0]?.severity ?? 'WARNING',
  outcome: 'FINDINGS',
  count: findings.length,
  columns: Object.keys(findings[0]?.row ?? {}),
  causeColumn: findings[0]?.row['cause'] === undefined ? null : 'cause',
  problem: null,
  problemCode: null,
  problemFacts: {},
});

/** Finds what it was told to find, and writes it down as the engine does. A rule whose rows have a cause names it. */
export const cannedEngine = (findings: readonly CannedFinding[]): ValidationEngine => ({
  run: async ({ workFolder }) => {
    const findingsFile = join(workFolder, 'findings.parquet');
    await writeFindings(findingsFile, findings);
    const codes = [...new Set(findings.map(({ ruleCode }) => ruleCode))];
    const results = codes.map((code) =>
      resultOf(
        code,
        findings.filter(({ ruleCode }) => ruleCode === code),
      ),
    );
    return { results, findingsFile, recordsRead: 100, engineVersion: 'canned' };
  },
});
