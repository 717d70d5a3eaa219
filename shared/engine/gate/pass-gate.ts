import type { DuckDBConnection } from '@duckdb/node-api';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { inspect } from './inspect.ts';
import { orderWarnings } from './order-warnings.ts';
import { preparedColumns } from './prepared-columns.ts';
import type { CheckedRule, RuleRefusal } from './refusal.ts';
import { type RuleParameter, withValues } from './rule-parameters.ts';
import { syntaxTreeOf } from './syntax-tree.ts';

const bytesLimit = 20_000;

// From the first of them only: else every space of a long gap in the text is tried as the beginning of its end.
const ending = /(?<![\s;])[\s;]+$/;

export interface GateSetting {
  /** The datasets that are declared. */
  readonly datasets: readonly string[];
  readonly parameters?: readonly RuleParameter[] | undefined;
}

/**
 * Decides whether a text is a rule: one SELECT over these datasets, nothing but listed syntax and functions, and every
 * name in it resolves. To be called on a locked instance that has a view for each dataset: even looking a name up can
 * open a file. Nothing is executed.
 */
export const passGate = async (
  connection: DuckDBConnection,
  sql: string,
  { datasets, parameters = [] }: GateSetting,
): Promise<Result<CheckedRule, RuleRefusal>> => {
  if (Buffer.byteLength(sql) > bytesLimit) {
    const detail = `a rule has at most ${bytesLimit.toLocaleString('en-US')} bytes`;
    return refuse({ code: 'RULE_TOO_LONG', detail, position: null });
  }
  if (!sql.isWellFormed() || sql.includes('\0')) {
    return refuse({ code: 'RULE_SYNTAX', detail: 'the text holds a NUL or half a character', position: null });
  }
  const text = withValues(sql, parameters);
  const tree = await syntaxTreeOf(connection, text);
  if (!tree.ok) return tree;
  const named = inspect(tree.value, datasets);
  if (!named.ok) return named;
  const plain = text.replace(ending, '');
  const prepared = await preparedColumns(connection, plain);
  if (!prepared.ok) return refuse({ code: 'RULE_INVALID', detail: prepared.failure, position: null });
  return ok({ sql: plain, ...named.value, columns: prepared.value, warnings: orderWarnings(tree.value) });
};
