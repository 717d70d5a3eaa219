import type { DuckDBConnection } from '@duckdb/node-api';
import { preparedColumns } from '../gate/prepared-columns.ts';
import type { CheckedRule, RuleWarning } from '../gate/refusal.ts';
import { quadraticJoins } from './plan.ts';
import { rewrittenSql } from './rewrite.ts';

export interface LintedRule {
  /** As it is to be run: with joins that can be hashed where that is the same question. */
  readonly rule: CheckedRule;
  /** How many pairs of rows its worst join compares, by DuckDB's estimate; 0 without such a join. */
  readonly pairs: number;
}

export const slowJoin: RuleWarning = {
  code: 'RULE_SLOW_JOIN',
  facts: {},
  detail:
    'A join of this rule compares every row of one dataset with every row of the other. Join by an equality of columns, ' +
    'each written with the name of its table. In the ON of an outer or anti join avoid OR: write coalesce(b.last, ...) or ' +
    'ask with NOT EXISTS. Where one of two keys may match, ask twice and put the answers together with UNION.',
};

export const wasRewritten: RuleWarning = {
  code: 'RULE_REWRITTEN',
  facts: {},
  detail:
    'A join of this rule was rewritten to one that answers the same and can be looked up instead of compared pair by pair.',
};

const joinsOf = (connection: DuckDBConnection, sql: string) =>
  quadraticJoins(connection, `SELECT * FROM (${sql}\n) AS found`);

const worst = (joins: Awaited<ReturnType<typeof quadraticJoins>>): number =>
  joins.reduce((most, { pairs }) => Math.max(most, pairs), 0);

const isSame = (one: CheckedRule['columns'], other: CheckedRule['columns']): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * Finds joins whose time grows with the square of the data before they run, and takes an equivalent form where there is
 * one; the rest is said to the author. Works on what the plan of a checked rule says; nothing is executed.
 */
export const lintRule = async (connection: DuckDBConnection, rule: CheckedRule): Promise<LintedRule> => {
  const joins = await joinsOf(connection, rule.sql);
  if (joins.length === 0) return { rule, pairs: 0 };
  const asWritten: LintedRule = { rule: withWarning(rule, slowJoin), pairs: worst(joins) };
  const sql = await rewrittenSql(connection, rule.sql);
  const columns = await preparedColumns(connection, sql);
  if (!columns.ok || !isSame(columns.value, rule.columns)) return asWritten;
  const left = await joinsOf(connection, sql);
  if (left.length >= joins.length) return asWritten;
  const rewritten = withWarning({ ...rule, sql }, wasRewritten);
  const rest = left.length === 0 ? rewritten : withWarning(rewritten, slowJoin);
  return { rule: rest, pairs: worst(left) };
};

const withWarning = (rule: CheckedRule, warning: RuleWarning): CheckedRule => ({
  ...rule,
  warnings: [...rule.warnings, warning],
});
