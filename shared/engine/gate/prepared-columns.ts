import { type DuckDBConnection, StatementType } from '@duckdb/node-api';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { CheckedRule } from './refusal.ts';

/** The columns a rule gives, or what of it does not resolve. Looks names up; executes nothing. */
export const preparedColumns = async (
  connection: DuckDBConnection,
  sql: string,
): Promise<Result<CheckedRule['columns'], string>> => {
  try {
    const statement = await connection.prepare(`SELECT * FROM (${sql}\n) AS found`);
    try {
      if (statement.statementType !== StatementType.SELECT) return refuse('a rule is one SELECT and changes nothing');
      return ok(
        Array.from({ length: statement.columnCount }, (_, index) => ({
          name: statement.columnName(index),
          type: statement.columnType(index).toString(),
        })),
      );
    } finally {
      statement.destroySync();
    }
  } catch (fault) {
    return refuse(authorHint(fault));
  }
};

// The author wrote the text that the message is about; no row has been read yet.
const authorHint = (fault: unknown): string =>
  (fault instanceof Error ? fault.message : String(fault)).split('\n\nLINE ')[0]?.slice(0, 500) ?? '';
