import type { DuckDBConnection } from '@duckdb/node-api';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { trustedJson } from '../sandbox/trusted-json.ts';
import type { RuleRefusal } from './refusal.ts';

/** A node of DuckDB's syntax tree. Which fields a node has depends on its kind; see inspect.ts. */
export type TreeNode = Readonly<Record<string, unknown>>;

export const isNode = (value: unknown): value is TreeNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const nodesIn = (value: unknown): readonly TreeNode[] => (Array.isArray(value) ? value.filter(isNode) : []);

export const textOf = (node: TreeNode, field: string): string => {
  const value = node[field];
  return typeof value === 'string' ? value : '';
};

type Serialized =
  | { readonly error: true; readonly error_type: string; readonly error_message: string; readonly position?: string }
  | { readonly error: false; readonly statements: readonly TreeNode[] };

/** The one statement of a text as a tree, by DuckDB's own parser: it parses only, nothing is looked up or opened. */
export const syntaxTreeOf = async (
  connection: DuckDBConnection,
  sql: string,
): Promise<Result<TreeNode, RuleRefusal>> => {
  const reader = await connection.runAndReadAll(
    'SELECT json_serialize_sql($1::VARCHAR, skip_empty := true, skip_null := true)',
    [sql],
  );
  const parsed = trustedJson<Serialized>(String(reader.getRows()[0]?.[0]));
  if (parsed.error) {
    const notSelect = parsed.error_type === 'not implemented' && parsed.error_message.startsWith('Only SELECT');
    return refuse({
      code: notSelect ? 'RULE_NOT_SELECT' : 'RULE_SYNTAX',
      detail: notSelect ? 'a rule is one SELECT and changes nothing' : parsed.error_message,
      position: parsed.position === undefined ? null : Number(parsed.position),
    });
  }
  const [statement, ...more] = parsed.statements;
  if (statement === undefined) return refuse({ code: 'RULE_EMPTY', detail: 'there is no statement', position: null });
  if (more.length > 0) {
    return refuse({ code: 'RULE_NOT_ONE_STATEMENT', detail: 'a rule is one statement', position: null });
  }
  return ok(statement);
};
