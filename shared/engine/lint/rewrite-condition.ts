import { isNode, nodesIn, textOf, type TreeNode } from '../gate/syntax-tree.ts';
import { type JoinInputs, type Side, sideOf } from './sides.ts';
import { caseWhen, comparison, conjunction, isNull, rowOf, whole } from './syntax.ts';

/** The parts of a condition that must all hold. */
export const conjuncts = (condition: TreeNode): readonly TreeNode[] =>
  textOf(condition, 'type') === 'CONJUNCTION_AND' ? nodesIn(condition['children']).flatMap(conjuncts) : [condition];

const orders = ['COMPARE_LESSTHAN', 'COMPARE_LESSTHANOREQUALTO', 'COMPARE_GREATERTHAN', 'COMPARE_GREATERTHANOREQUALTO'];
const comparisons: ReadonlySet<string> = new Set([
  ...orders,
  'COMPARE_EQUAL',
  'COMPARE_NOTEQUAL',
  'COMPARE_DISTINCT_FROM',
  'COMPARE_NOT_DISTINCT_FROM',
]);

const operands = (node: TreeNode): readonly [TreeNode, TreeNode] | undefined => {
  const { left, right } = node;
  return isNode(left) && isNode(right) ? [left, right] : undefined;
};

const isAcross = (one: Side, other: Side): boolean =>
  (one === 'LEFT' && other === 'RIGHT') || (one === 'RIGHT' && other === 'LEFT');

/** One side against the other: what DuckDB can hash or merge by. */
export const comparesSides = (node: TreeNode, inputs: JoinInputs): boolean => {
  if (textOf(node, 'class') === 'BETWEEN') {
    const input = sideOf(node['input'], inputs);
    return ['lower', 'upper'].every((bound) => isAcross(input, sideOf(node[bound], inputs)));
  }
  const pair = operands(node);
  if (pair === undefined || !comparisons.has(textOf(node, 'type'))) return false;
  return isAcross(sideOf(pair[0], inputs), sideOf(pair[1], inputs));
};

export const isKey = (node: TreeNode, inputs: JoinInputs): boolean =>
  textOf(node, 'type') === 'COMPARE_EQUAL' && comparesSides(node, inputs);

// Two texts that mean the same stand at different places.
const meaning = (node: TreeNode): string =>
  JSON.stringify(node, (name: string, value: unknown) => (name === 'query_location' ? undefined : value));

const openedBy = (node: TreeNode): TreeNode | undefined =>
  textOf(node, 'type') === 'OPERATOR_IS_NULL' ? nodesIn(node['children'])[0] : undefined;

/** How an absent value ranks beside a present one (1), so that the comparison holds exactly where the open end is absent. */
const ranksOf = (type: string): { readonly open: number; readonly other: number } =>
  type.startsWith('COMPARE_LESS') ? { open: 3, other: 2 } : { open: -1, other: 0 };

const ranked = (value: TreeNode, rank: number): TreeNode =>
  rowOf(caseWhen(isNull(value), whole(rank), whole(1)), value);

const ordersSides = (node: TreeNode, inputs: JoinInputs): boolean =>
  orders.includes(textOf(node, 'type')) && comparesSides(node, inputs);

/**
 * "The end is open, or the day lies before it", in one comparison: `e IS NULL OR d <= e` becomes a comparison of rows that
 * rank an absent value beside a present one. It holds for exactly the same pairs, with every value absent or not; a
 * sentinel date would be wrong for a day that is absent.
 */
export const openEndAsComparison = (node: TreeNode, inputs: JoinInputs): TreeNode => {
  const [one, other, ...more] = textOf(node, 'type') === 'CONJUNCTION_OR' ? nodesIn(node['children']) : [];
  if (one === undefined || other === undefined || more.length > 0) return node;
  const [open, compared] = openedBy(one) === undefined ? [openedBy(other), one] : [openedBy(one), other];
  const pair = operands(compared);
  if (open === undefined || pair === undefined || !ordersSides(compared, inputs)) return node;
  const type = textOf(compared, 'type');
  const [left, right] = pair;
  // Written from the other end, `e >= d`, the open one is on the left and ranks the other way round.
  const seen = meaning(open) === meaning(right) ? type : mirrored(type);
  const { open: openRank, other: otherRank } = ranksOf(seen);
  if (meaning(open) === meaning(right)) return comparison(type, ranked(left, otherRank), ranked(right, openRank));
  if (meaning(open) === meaning(left)) return comparison(type, ranked(left, openRank), ranked(right, otherRank));
  return node;
};

const mirrored = (type: string): string =>
  type.includes('LESSTHAN') ? type.replace('LESSTHAN', 'GREATERTHAN') : type.replace('GREATERTHAN', 'LESSTHAN');

/**
 * A condition on the preserved side alone, put into the key: `a.k = b.k AND a.s = 'A'` becomes
 * `CASE WHEN a.s = 'A' THEN a.k END = b.k`. Rows that do not fulfil it have no key and match nothing, as before.
 */
export const conditionsInKey = (
  parts: readonly TreeNode[],
  inputs: JoinInputs,
  preserved: 'LEFT' | 'RIGHT',
): readonly TreeNode[] => {
  const key = parts.find((part) => isKey(part, inputs));
  const pair = key === undefined ? undefined : operands(key);
  const own = parts.filter((part) => sideOf(part, inputs) === preserved);
  if (pair === undefined || own.length === 0) return parts;
  const guarded = (value: TreeNode): TreeNode =>
    sideOf(value, inputs) === preserved ? caseWhen(conjunction(own), value, null) : value;
  const guardedKey = comparison('COMPARE_EQUAL', guarded(pair[0]), guarded(pair[1]));
  return parts.filter((part) => !own.includes(part)).map((part) => (part === key ? guardedKey : part));
};
