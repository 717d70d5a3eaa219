import { isNode, nodesIn, textOf, type TreeNode } from './syntax-tree.ts';

// Wide enough for every id and code, far from what fills memory.
const widestPadding = 1_000;

const isWidth = (node: TreeNode | undefined): boolean => {
  const constant = node?.['value'];
  if (!isNode(constant) || !isNode(constant['type'])) return false;
  const { value } = constant;
  return textOf(constant['type'], 'id') === 'INTEGER' && typeof value === 'number' && value <= widestPadding;
};

// Exactly three: of two, the engine would take a column before the dot for the first.
const isPadding = (given: readonly TreeNode[]): boolean => given.length === 3 && isWidth(given[1]);

const width = `a whole number of at most ${widestPadding.toLocaleString('en-US')} that is written out`;

interface Condition {
  readonly holds: (given: readonly TreeNode[]) => boolean;
  readonly advice: string;
}

/** Functions that are harmless with some arguments only. */
const conditions: Readonly<Record<string, Condition>> = {
  age: {
    holds: (given) => given.length === 2,
    advice:
      'age with one date reads the clock: give it two, such as age(as_of, birthDate) with as_of from certification',
  },
  lpad: { holds: isPadding, advice: `lpad takes its width as ${width}: lpad(value, 10, fill)` },
  rpad: { holds: isPadding, advice: `rpad takes its width as ${width}: rpad(value, 10, fill)` },
};

/** What is wrong with the arguments of a call that is allowed by its name, told with the form that passes. */
export const argumentsRefused = (name: string, call: TreeNode): string | undefined => {
  const condition = conditions[name];
  return condition === undefined || condition.holds(nodesIn(call['children'])) ? undefined : condition.advice;
};
