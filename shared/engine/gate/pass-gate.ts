import { type DuckDBConnection, StatementType } from '@duckdb/node-api';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { inspect } from './inspect.ts';
import type { CheckedRule, RuleRefusal } from './refusal.ts';
import { syntaxTreeOf } from './syntax-tree.ts';

const bytesLimit = 20_000;

/**
 * Decides whether a text is a rule: one SELECT over these datasets, nothing but listed syntax and functions, and every
 * name in it resolves. To be called on a locked instance that has a view for each dataset: even looking a name up can
 * open a file. Nothing is executed.
 */
export const passGate = async (
  connection: DuckDBConnection,
  sql: string,
  datasets: readonly string[],
): Promise<Result<CheckedRule, RuleRefusal>> => {
  if (Buffer.byteLength(sql) > bytesLimit) {
    const detail = `a rule has at most ${bytesLimit.toLocaleString('en-US')} bytes`;
    return refuse({ code: 'RULE_TOO_LONG', detail, position: null });
  }
  if (!sql.isWellFormed() || sql.includes('\0')) {
    return refuse({ code: 'RULE_SYNTAX', detail: 'the text holds a NUL or half a character', position: null });
  }
  const tree = await syntaxTreeOf(connection, sql);
  if (!tree.ok) return tree;
  const named = inspect(tree.value, datasets);
  if (!named.ok) return named;
  return prepared(connection, sql.replace(/[\s;]+$/, ''), named.value);
};

const prepared = async (
  connection: DuckDBConnection,
  sql: string,
  datasets: readonly string[],
): Promise<Result<CheckedRule, RuleRefusal>> => {
  const invalid = (detail: string) => refuse({ code: 'RULE_INVALID' as const, detail, position: null });
  try {
    const statement = await connection.prepare(`SELECT * FROM (${sql}\n) AS found`);
    try {
      if (statement.statementType !== StatementType.SELECT) return invalid('a rule is one SELECT and changes nothing');
      const columns = Array.from({ length: statement.columnCount }, (_, index) => ({
        name: statement.columnName(index),
        type: statement.columnType(index).toString(),
      }));
      return ok({ sql, datasets, columns });
    } finally {
      statement.destroySync();
    }
  } catch (fault) {
    return invalid(authorHint(fault));
  }
};

// The author wrote the text that the message is about; no row has been read yet.
const authorHint = (fault: unknown): string =>
  (fault instanceof Error ? fault.message : String(fault)).split('\n\nLINE ')[0]?.slice(0, 500) ?? '';
