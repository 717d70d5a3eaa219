import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { passGate } from '../gate/pass-gate.ts';
import type { CheckedRule } from '../gate/refusal.ts';
import { quotedName, quotedText } from '../sandbox/sql-text.ts';
import type { RuleResult, RunRule } from './job.ts';
import { failed, notDelivered, timedOut } from './problem.ts';
import { type Answer, resultOf } from './result.ts';
import { rowJson } from './row-json.ts';

export interface RuleSetting {
  readonly instance: DuckDBInstance;
  readonly declared: readonly string[];
  readonly delivered: ReadonlySet<string>;
  readonly secondsPerRule: number;
}

/**
 * Runs one rule on a connection of its own and writes its rows, sorted by all their columns, to `file`.
 * Never throws for what the rule does: a rule that cannot be answered is ERRORED with a reason, never "no findings".
 */
export const runRule = async (rule: RunRule, file: string, setting: RuleSetting): Promise<RuleResult> => {
  const startedAt = performance.now();
  const connection = await setting.instance.connect();
  let stopped = false;
  const timer = setTimeout(() => {
    stopped = true;
    connection.interrupt();
  }, setting.secondsPerRule * 1_000);
  try {
    const answer = await answerOf(rule, file, connection, setting).catch(
      (fault: unknown): Answer => ({
        outcome: 'ERRORED',
        problem: stopped ? timedOut(setting.secondsPerRule) : failed(fault),
      }),
    );
    return resultOf(rule, answer, performance.now() - startedAt);
  } finally {
    clearTimeout(timer);
    connection.closeSync();
  }
};

const answerOf = async (
  rule: RunRule,
  file: string,
  connection: DuckDBConnection,
  { declared, delivered }: RuleSetting,
): Promise<Answer> => {
  const checked = await passGate(connection, rule.sql, declared);
  if (!checked.ok) return { outcome: 'ERRORED', problem: checked.failure };
  const missing = checked.value.datasets.filter((dataset) => !delivered.has(dataset));
  if (missing.length > 0) {
    const required = missing.some((dataset) => rule.requiredDatasets?.includes(dataset));
    return { outcome: required ? 'ERRORED' : 'NOT_APPLICABLE', problem: notDelivered(missing) };
  }
  const written = await connection.run(copyOf(checked.value, file));
  const count = Number((await written.getRows())[0]?.[0]);
  const found = count > 0 ? 'FINDINGS' : 'PASSED';
  return {
    outcome: rule.kind === 'LISTING' ? 'LISTED' : found,
    count,
    columns: checked.value.columns.map(({ name }) => name),
  };
};

// One statement, so that an interrupt is an error: a streamed result that is interrupted just looks complete.
const copyOf = ({ sql, columns }: CheckedRule, file: string): string => {
  const order = columns.map(({ name }) => `found.${quotedName(name)}`).join(', ');
  return `COPY (SELECT CAST(${rowJson(columns)} AS VARCHAR) AS "row" FROM (${sql}\n) AS found ORDER BY ${order})
    TO ${quotedText(file)} (FORMAT parquet, USE_TMP_FILE false)`;
};
