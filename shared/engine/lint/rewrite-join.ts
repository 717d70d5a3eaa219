import { isNode, textOf, type TreeNode } from '../gate/syntax-tree.ts';
import { comparesSides, conditionsInKey, conjuncts, isKey, openEndAsComparison } from './rewrite-condition.ts';
import { inputsOf, type JoinInputs, sideOf } from './sides.ts';
import { conjunction, exists, filtered, not, truth } from './syntax.ts';

const preservedSides: Readonly<Record<string, readonly ('LEFT' | 'RIGHT')[]>> = {
  LEFT: ['LEFT'],
  SEMI: ['LEFT'],
  ANTI: ['LEFT'],
  RIGHT: ['RIGHT'],
  FULL: ['LEFT', 'RIGHT'],
};

// What concerns the side that is not preserved alone is a filter of that side, and no hindrance.
const isHindrance = (part: TreeNode, inputs: JoinInputs, preserved: readonly string[]): boolean => {
  if (comparesSides(part, inputs)) return false;
  const side = sideOf(part, inputs);
  return !['LEFT', 'RIGHT'].includes(side) || preserved.includes(side);
};

interface Rewriting {
  readonly join: TreeNode;
  readonly parts: readonly TreeNode[];
  readonly inputs: JoinInputs;
  readonly preserved: readonly ('LEFT' | 'RIGHT')[];
}

const rewritingOf = (join: TreeNode): Rewriting | undefined => {
  const { condition } = join;
  const preserved = preservedSides[textOf(join, 'join_type')];
  if (textOf(join, 'ref_type') !== 'REGULAR' || preserved === undefined || !isNode(condition)) return undefined;
  const inputs = inputsOf(join);
  const compared = conjuncts(condition).map((part) => openEndAsComparison(part, inputs));
  const parts = preserved.reduce<readonly TreeNode[]>((kept, side) => conditionsInKey(kept, inputs, side), compared);
  return { join, parts, inputs, preserved };
};

const aliasOf = (from: TreeNode): string => textOf(from, 'alias') || textOf(from, 'table_name');

const isPlain = (from: unknown): from is TreeNode =>
  isNode(from) && ['BASE_TABLE', 'SUBQUERY'].includes(textOf(from, 'type')) && aliasOf(from) !== '';

/**
 * An outer, semi or anti join whose ON holds what cannot be hashed, with a condition that can and that holds for the same
 * pairs. A LEFT JOIN with anything else beside its key is asked for each row of the left side what matches it.
 */
export const rewrittenJoin = (join: TreeNode): TreeNode => {
  const rewriting = rewritingOf(join);
  if (rewriting === undefined) return join;
  const { parts, inputs, preserved } = rewriting;
  const stuck = parts.some((part) => isHindrance(part, inputs, preserved));
  if (!stuck) return { ...join, condition: conjunction(parts) };
  const { right } = join;
  const lateral = textOf(join, 'join_type') === 'LEFT' && isPlain(right) && parts.some((part) => isKey(part, inputs));
  if (!lateral) return join;
  return { ...join, right: filtered(right, aliasOf(right), conjunction(parts)), condition: truth };
};

/** `FROM a ANTI JOIN b ON ...` as `FROM a WHERE NOT EXISTS (...)`: only where the join is the whole of the FROM. */
export const joinAsExists = (select: TreeNode): TreeNode => {
  const { from_table: join, where_clause: where } = select;
  if (textOf(select, 'type') !== 'SELECT_NODE' || !isNode(join) || textOf(join, 'type') !== 'JOIN') return select;
  const kind = textOf(join, 'join_type');
  const rewriting = ['SEMI', 'ANTI'].includes(kind) ? rewritingOf(join) : undefined;
  if (rewriting === undefined || !isPlain(join['right']) || !isNode(join['left'])) return select;
  const { parts, inputs, preserved } = rewriting;
  const stuck = parts.some((part) => isHindrance(part, inputs, preserved));
  if (!stuck || !parts.some((part) => isKey(part, inputs))) return select;
  const matching = exists(join['right'], conjunction(parts));
  const wanted = kind === 'SEMI' ? matching : not(matching);
  return { ...select, from_table: join['left'], where_clause: isNode(where) ? conjunction([where, wanted]) : wanted };
};
