import type { DuckDBConnection } from '@duckdb/node-api';
import { trustedJson } from '../sandbox/trusted-json.ts';

interface PlanNode {
  readonly name: string;
  readonly children: readonly PlanNode[];
  readonly extra_info: Readonly<Record<string, unknown>>;
}

/** A join that compares every row of one side with every row of the other, with how many comparisons DuckDB expects. */
export interface QuadraticJoin {
  readonly pairs: number;
}

const comparingAll: ReadonlySet<string> = new Set(['BLOCKWISE_NL_JOIN', 'NESTED_LOOP_JOIN', 'CROSS_PRODUCT']);

/** Nothing that grows with the data comes out of these. */
const fewRows: ReadonlySet<string> = new Set(['UNGROUPED_AGGREGATE', 'DUMMY_SCAN', 'COLUMN_DATA_SCAN', 'EMPTY_RESULT']);

const kindOf = ({ name }: PlanNode): string => name.trim();

const growsWithData = (node: PlanNode): boolean =>
  !fewRows.has(kindOf(node)) && (node.children.length === 0 || node.children.some(growsWithData));

// Nodes that tell nothing themselves give what comes into them: all pairs, or at most the longer input.
const rowsOf = (node: PlanNode): number => {
  const told = Number(node.extra_info['Estimated Cardinality'] ?? Number.NaN);
  if (Number.isFinite(told)) return told;
  const inputs = node.children.map(rowsOf);
  return kindOf(node) === 'CROSS_PRODUCT' ? inputs.reduce((all, rows) => all * rows, 1) : Math.max(1, ...inputs);
};

const joinsIn = (node: PlanNode): readonly QuadraticJoin[] => {
  const [left, right] = node.children;
  const compares = left !== undefined && right !== undefined && comparingAll.has(kindOf(node));
  const own = compares && growsWithData(left) && growsWithData(right) ? [{ pairs: rowsOf(left) * rowsOf(right) }] : [];
  return [...own, ...node.children.flatMap(joinsIn)];
};

/**
 * The joins of a SELECT whose work is the product of two inputs that grow with the data. Nothing is executed. Needs
 * tables or files to scan: over a view that is empty by its own condition there is no join left to see.
 */
export const quadraticJoins = async (connection: DuckDBConnection, sql: string): Promise<readonly QuadraticJoin[]> => {
  const explained = await connection.runAndReadAll(`EXPLAIN (FORMAT json) ${sql}`);
  const plans = trustedJson<readonly PlanNode[]>(String(explained.getRows()[0]?.[1]));
  return plans.flatMap(joinsIn);
};
