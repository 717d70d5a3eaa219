import { textOf } from './judge-node.ts';
import type { RuleWarning } from './refusal.ts';
import type { TreeNode } from './syntax-tree.ts';

const inOrderOfRows: ReadonlySet<string> = new Set(['string_agg', 'group_concat', 'listagg', 'list', 'array_agg']);

const isNode = (value: unknown): value is TreeNode => typeof value === 'object' && value !== null;

const hasOrder = ({ order_bys: modifier }: TreeNode): boolean => isNode(modifier) && 'orders' in modifier;

const modifiersOf = ({ modifiers }: TreeNode): readonly string[] =>
  Array.isArray(modifiers) ? modifiers.filter(isNode).map((one) => textOf(one, 'type')) : [];

const dependsOnOrder = (node: TreeNode): string | undefined => {
  const name = textOf(node, 'function_name');
  if (textOf(node, 'class') === 'FUNCTION' && inOrderOfRows.has(name) && !hasOrder(node)) return name;
  const modifiers = modifiersOf(node);
  return modifiers.includes('LIMIT_MODIFIER') && !modifiers.includes('ORDER_MODIFIER') ? 'LIMIT' : undefined;
};

const found = (value: unknown): readonly string[] => {
  if (!isNode(value)) return [];
  const own = Array.isArray(value) ? undefined : dependsOnOrder(value);
  return [...(own === undefined ? [] : [own]), ...Object.values(value).flatMap(found)];
};

/** Rows come in another order at every run: what takes the first of them, or strings them together, answers differently. */
export const orderWarnings = (tree: TreeNode): readonly RuleWarning[] =>
  [...new Set(found(tree))].map((what) => ({
    code: 'RULE_ORDER',
    detail: `${what} without ORDER BY may answer differently at every run: give it an order`,
  }));
