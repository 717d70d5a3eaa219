import { isNode, textOf, type TreeNode } from '../gate/syntax-tree.ts';

/** Which inputs of a join an expression reads. UNKNOWN: the text alone does not tell, so nothing may be moved. */
export type Side = 'LEFT' | 'RIGHT' | 'BOTH' | 'NEITHER' | 'UNKNOWN';

const childNode = (node: TreeNode, field: string): TreeNode | undefined => {
  const value = node[field];
  return isNode(value) ? value : undefined;
};

/** The names by which the rows of a FROM item can be called. */
const aliasesIn = (from: TreeNode | undefined): readonly string[] => {
  if (from === undefined) return [];
  if (textOf(from, 'type') !== 'JOIN') return [(textOf(from, 'alias') || textOf(from, 'table_name')).toLowerCase()];
  const keepsRight = !['SEMI', 'ANTI'].includes(textOf(from, 'join_type'));
  return [...aliasesIn(childNode(from, 'left')), ...(keepsRight ? aliasesIn(childNode(from, 'right')) : [])];
};

export interface JoinInputs {
  readonly left: ReadonlySet<string>;
  readonly right: ReadonlySet<string>;
}

export const inputsOf = (join: TreeNode): JoinInputs => ({
  left: new Set(aliasesIn(childNode(join, 'left'))),
  right: new Set(aliasesIn(childNode(join, 'right'))),
});

const sideOfColumn = ({ column_names: names }: TreeNode, { left, right }: JoinInputs): Side => {
  const [table, ...column] = Array.isArray(names) ? names.map(String) : [];
  if (table === undefined || column.length !== 1) return 'UNKNOWN';
  const name = table.toLowerCase();
  if (left.has(name) === right.has(name)) return 'UNKNOWN';
  return left.has(name) ? 'LEFT' : 'RIGHT';
};

const together = (one: Side, other: Side): Side => {
  if (one === other || other === 'NEITHER') return one;
  if (one === 'NEITHER') return other;
  return one === 'UNKNOWN' || other === 'UNKNOWN' ? 'UNKNOWN' : 'BOTH';
};

/** Columns must be written with the name of their table; subqueries are not looked into. */
export const sideOf = (expression: unknown, inputs: JoinInputs): Side => {
  if (Array.isArray(expression))
    return expression.map((one) => sideOf(one, inputs)).reduce<Side>((sides, side) => together(sides, side), 'NEITHER');
  if (!isNode(expression)) return 'NEITHER';
  const kind = textOf(expression, 'class');
  if (kind === 'COLUMN_REF') return sideOfColumn(expression, inputs);
  if (['SUBQUERY', 'STAR', 'WINDOW'].includes(kind)) return 'UNKNOWN';
  return sideOf(Object.values(expression), inputs);
};
