import type { RuleWarning } from './refusal.ts';
import { isNode, nodesIn, textOf, type TreeNode } from './syntax-tree.ts';

/** Aggregates that string rows together, or that take the first of those that tie. */
const inOrderOfRows = [
  ...['string_agg', 'group_concat', 'listagg', 'list', 'array_agg', 'mode'],
  ...['arg_max', 'arg_min', 'argmax', 'argmin', 'max_by', 'min_by'],
];

/** Windows that count rows or look at one of them: without an order, of rows in any order. */
const byPlace = ['row_number', 'ntile', 'lag', 'lead', 'first_value', 'last_value', 'nth_value'];

const ordered: Readonly<Record<string, ReadonlySet<string>>> = {
  FUNCTION: new Set(inOrderOfRows),
  WINDOW: new Set([...inOrderOfRows, ...byPlace]),
};

/** A function has its order among its arguments, a window there or in its OVER. */
const hasOrder = (node: TreeNode): boolean => {
  const { order_bys: modifier } = node;
  return 'orders' in node || 'arg_orders' in node || (isNode(modifier) && 'orders' in modifier);
};

const isFrameOfRows = (node: TreeNode): boolean =>
  !('orders' in node) && ['start', 'end'].some((edge) => textOf(node, edge).endsWith('_ROWS'));

const unorderedCall = (node: TreeNode): string | undefined => {
  const name = textOf(node, 'function_name');
  const known = ordered[textOf(node, 'class')]?.has(name) === true;
  if (known && !hasOrder(node)) return name;
  return isFrameOfRows(node) ? 'ROWS' : undefined;
};

const unorderedModifier = ({ modifiers }: TreeNode): string | undefined => {
  const own = nodesIn(modifiers);
  if (own.some((one) => textOf(one, 'type') === 'ORDER_MODIFIER')) return undefined;
  if (own.some((one) => 'distinct_on_targets' in one)) return 'DISTINCT ON';
  return own.some((one) => textOf(one, 'type') === 'LIMIT_MODIFIER') ? 'LIMIT' : undefined;
};

const found = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(found);
  if (!isNode(value)) return [];
  const own = unorderedCall(value) ?? unorderedModifier(value);
  return [...(own === undefined ? [] : [own]), ...Object.values(value).flatMap(found)];
};

/** Rows come in another order at every run: what takes the first of them, or strings them together, answers differently. */
export const orderWarnings = (tree: TreeNode): readonly RuleWarning[] =>
  [...new Set(found(tree))].map((what) => ({
    code: 'RULE_ORDER',
    facts: { what },
    detail: `${what} without ORDER BY may answer differently at every run: give it an order`,
  }));
