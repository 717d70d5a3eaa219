import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { GateFailed, gateFailed } from '../gate/gate-fault.ts';
import { passGate } from '../gate/pass-gate.ts';
import type { CheckedRule, RuleRefusal } from '../gate/refusal.ts';
import { causeOf } from '../findings/causes.ts';
import { lintRule } from '../lint/lint-rule.ts';
import { quotedName, quotedText } from '../sandbox/sql-text.ts';
import type { RuleResult, RunRule } from './job.ts';
import {
  failed,
  nothingCertified,
  notDelivered,
  notJudged,
  type RunProblem,
  timedOut,
  tooManyPairs,
} from './problem.ts';
import { type Answer, resultOf } from './result.ts';
import { rowJson } from './row-json.ts';

export interface RuleSetting {
  readonly instance: DuckDBInstance;
  readonly declared: readonly string[];
  readonly delivered: ReadonlySet<string>;
  /** What the previous certified snapshot holds; null where the participant has none. */
  readonly previous: ReadonlySet<string> | null;
  /** The most that any rule gets: what its joins may need is judged by that, however little is left of the run. */
  readonly secondsPerRule: number;
  readonly onGateFailed: (failure: GateFailed) => void;
}

/**
 * Runs one rule on a connection of its own and writes its rows, sorted by all their columns, to `file`.
 * Never throws for what the rule does: a rule that cannot be answered is ERRORED with a reason, never "no findings".
 */
export const runRule = async (
  rule: RunRule,
  file: string,
  seconds: number,
  setting: RuleSetting,
): Promise<RuleResult> => {
  const startedAt = performance.now();
  const connection = await setting.instance.connect();
  let stopped = false;
  const timer = setTimeout(() => {
    stopped = true;
    connection.interrupt();
  }, seconds * 1_000);
  const problemOf = (fault: unknown): RunProblem => {
    if (stopped) return timedOut(seconds);
    if (!(fault instanceof GateFailed)) return failed(fault);
    setting.onGateFailed(fault);
    return notJudged;
  };
  try {
    const answer = await answerOf(rule, file, connection, setting).catch(
      (fault: unknown): Answer => ({ outcome: 'ERRORED', problem: problemOf(fault) }),
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
  setting: RuleSetting,
): Promise<Answer> => {
  const { sql, parameters } = rule;
  const checked = await passGate(connection, sql, { datasets: setting.declared, parameters }).catch(gateFailed);
  if (!checked.ok) return { outcome: 'ERRORED', problem: refused(checked.failure) };
  const missing = missingData(checked.value, rule, setting);
  if (missing !== undefined) return missing;
  const linted = await lintRule(connection, checked.value).catch(gateFailed);
  const hopeless = tooManyPairs(linted.pairs, setting.secondsPerRule);
  if (hopeless !== null) return { outcome: 'ERRORED', problem: hopeless };
  const written = await connection.run(copyOf(linted.rule, rule.causeColumn ?? null, file));
  const count = Number((await written.getRows())[0]?.[0]);
  const found = count > 0 ? 'FINDINGS' : 'PASSED';
  return {
    outcome: rule.kind === 'LISTING' ? 'LISTED' : found,
    count,
    columns: checked.value.columns.map(({ name }) => name),
  };
};

// What the gate says of a text is about the text alone; it was accepted once, so this is rare and for its author.
const refused = ({ code, detail }: RuleRefusal): RunProblem => ({ code, facts: { detail }, detail });

const missingData = (
  { datasets, previousDatasets }: CheckedRule,
  { requiredDatasets }: RunRule,
  { delivered, previous }: RuleSetting,
): Answer | undefined => {
  const notApplicable = (problem: RunProblem): Answer => ({ outcome: 'NOT_APPLICABLE', problem });
  const missing = datasets.filter((dataset) => !delivered.has(dataset));
  if (missing.some((dataset) => requiredDatasets?.includes(dataset)))
    return { outcome: 'ERRORED', problem: notDelivered(missing) };
  if (missing.length > 0) return notApplicable(notDelivered(missing));
  const absent = previousDatasets.filter((dataset) => previous?.has(dataset) !== true);
  return absent.length > 0 ? notApplicable(nothingCertified(absent)) : undefined;
};

// One statement, so that an interrupt is an error: a streamed result that is interrupted just looks complete.
const copyOf = ({ sql, columns }: CheckedRule, causeColumn: string | null, file: string): string => {
  const order = columns.map(({ name }) => `found.${quotedName(name)}`).join(', ');
  const grouping = columns.find(({ name }) => name === causeColumn);
  const cause = grouping === undefined ? `''` : causeOf(grouping.name);
  return `COPY (SELECT ${cause} AS cause, CAST(${rowJson(columns)} AS VARCHAR) AS "row" FROM (${sql}\n) AS found ORDER BY ${order})
    TO ${quotedText(file)} (FORMAT parquet, USE_TMP_FILE false)`;
};
