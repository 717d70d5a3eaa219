import type { DuckDBConnection } from '@duckdb/node-api';
import { isNode, textOf, type TreeNode } from '../gate/syntax-tree.ts';
import { trustedJson } from '../sandbox/trusted-json.ts';
import { joinAsExists, rewrittenJoin } from './rewrite-join.ts';

const rewrittenNode = (node: TreeNode): TreeNode => {
  switch (textOf(node, 'type')) {
    case 'JOIN':
      return rewrittenJoin(node);
    case 'SELECT_NODE':
      return joinAsExists(node);
    default:
      return node;
  }
};

// A select is looked at before its FROM, because afterwards its join is another one.
const rewritten = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(rewritten);
  if (!isNode(value)) return value;
  const node = rewrittenNode(value);
  return Object.fromEntries(Object.entries(node).map(([field, child]) => [field, rewritten(child)]));
};

const noPlace = /"query_location":18446744073709551615/g;

// A number that JavaScript cannot hold would come back as another one, and the rule would ask another question.
const holdsWideNumber = (tree: string): boolean => /\d{16}/.test(tree);

/**
 * The same question with joins that DuckDB can hash, written by its own serializer; the text as it is where that is not
 * safe to say. The text has passed the gate.
 */
export const rewrittenSql = async (connection: DuckDBConnection, sql: string): Promise<string> => {
  const read = async (call: string, argument: string): Promise<string> =>
    String((await connection.runAndReadAll(`SELECT ${call}`, [argument])).getRows()[0]?.[0]);
  const text = (await read('json_serialize_sql($1::VARCHAR)', sql)).replace(noPlace, '"query_location":0');
  if (holdsWideNumber(text)) return sql;
  return read('json_deserialize_sql($1::JSON)', JSON.stringify(rewritten(trustedJson<TreeNode>(text))));
};
