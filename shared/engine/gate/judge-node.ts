import { previousSchema } from '../declaration.ts';
import { allowedFunctions, allowedTypes, valueFunctions } from './allowed-functions.ts';
import { argumentsRefused } from './judge-arguments.ts';
import type { RuleRefusal, RuleRefusalCode } from './refusal.ts';
import { textOf, type TreeNode } from './syntax-tree.ts';

/*
 * What one node of the tree may be. Every kind that is not listed is refused, so that syntax of a later DuckDB is
 * refused until somebody has thought about it.
 */
const plainKinds: ReadonlySet<string> = new Set([
  'SELECT_NODE',
  'SET_OPERATION_NODE',
  'SUBQUERY',
  'EMPTY',
  'EXPRESSION_LIST',
  'ORDER_MODIFIER',
  'LIMIT_MODIFIER',
  'DISTINCT_MODIFIER',
  'ORDER_DEFAULT',
  'ASCENDING',
  'DESCENDING',
  'CONSTANT',
  'COMPARISON',
  'CONJUNCTION',
  'CASE',
  'BETWEEN',
]);

const allowedOperators: ReadonlySet<string> = new Set([
  'OPERATOR_NOT',
  'OPERATOR_IS_NULL',
  'OPERATOR_IS_NOT_NULL',
  'OPERATOR_COALESCE',
  'OPERATOR_TRY',
  'COMPARE_IN',
  'COMPARE_NOT_IN',
  'GROUPING_FUNCTION',
  'ARRAY_CONSTRUCTOR',
  'ARRAY_EXTRACT',
  'ARRAY_SLICE',
]);

const allowedJoins: ReadonlySet<string> = new Set(['REGULAR', 'CROSS', 'NATURAL', 'ASOF']);
const allowedCollations: ReadonlySet<string> = new Set(['nocase', 'noaccent', 'nocase.noaccent']);

/** The parser writes this (2^64 - 1) where it knows no position. */
const positionOf = ({ query_location: at }: TreeNode): number | null =>
  typeof at === 'number' && at < Number.MAX_SAFE_INTEGER ? at : null;

export const refusalAt = (node: TreeNode, code: RuleRefusalCode, detail: string): RuleRefusal => ({
  code,
  detail,
  position: positionOf(node),
});

const isOfTheEngine = (node: TreeNode, schemaField: string, catalogField: string): boolean =>
  ['', 'main'].includes(textOf(node, schemaField)) && textOf(node, catalogField) === '';

const judgeFunction = (node: TreeNode): RuleRefusal | undefined => {
  const name = textOf(node, 'function_name').toLowerCase();
  const known = allowedFunctions.has(name) && isOfTheEngine(node, 'schema', 'catalog') && node['export_state'] !== true;
  const detail = known ? argumentsRefused(name, node) : `a rule may not call ${name}`;
  return detail === undefined ? undefined : refusalAt(node, 'RULE_FUNCTION', detail);
};

const judgeColumn = (node: TreeNode): RuleRefusal | undefined => {
  const names = Array.isArray(node['column_names']) ? node['column_names'] : [];
  const name = String(names[0]).toLowerCase();
  const ofTheMoment = names.length === 1 && valueFunctions.has(name);
  const detail = `${name} is not the same at every run: read as_of or reporting_year from certification`;
  return ofTheMoment ? refusalAt(node, 'RULE_FUNCTION', detail) : undefined;
};

const castTypeOf = ({ cast_type: type }: TreeNode): string =>
  typeof type === 'object' && type !== null && 'id' in type ? String(type.id) : '';

const form = (node: TreeNode, refused: boolean, detail: string): RuleRefusal | undefined =>
  refused ? refusalAt(node, 'RULE_FORM', detail) : undefined;

const judges: Readonly<Record<string, (node: TreeNode) => RuleRefusal | undefined>> = {
  FUNCTION: judgeFunction,
  WINDOW: judgeFunction,
  COLUMN_REF: judgeColumn,
  CAST: (node) => {
    const type = castTypeOf(node);
    return allowedTypes.has(type) ? undefined : refusalAt(node, 'RULE_TYPE', `a rule may not cast to ${type}`);
  },
  OPERATOR: (node) => form(node, !allowedOperators.has(textOf(node, 'type')), 'this operator has no place in a rule'),
  STAR: (node) => form(node, node['columns'] === true || 'expr' in node, 'name the columns or use a plain *'),
  PARAMETER: (node) => form(node, true, `$${textOf(node, 'identifier')} is no parameter of this rule`),
  COLLATE: (node) =>
    form(node, !allowedCollations.has(textOf(node, 'collation').toLowerCase()), 'this collation is not available'),
  JOIN: (node) => form(node, !allowedJoins.has(textOf(node, 'ref_type')), 'this join has no place in a rule'),
  BASE_TABLE: (node) => form(node, 'at_clause' in node, 'datasets have no other version inside a rule'),
  TABLE_FUNCTION: (node) => refusalAt(node, 'RULE_TABLE_FUNCTION', 'a rule reads declared datasets only'),
  RECURSIVE_CTE_NODE: (node) => refusalAt(node, 'RULE_RECURSIVE', 'a rule may not be recursive'),
};

/** Whether a node may stand in a rule at all. Expressions carry their kind in `class`, everything else in `type`. */
export const judgeNode = (node: TreeNode): RuleRefusal | undefined => {
  if ('sample' in node) return form(node, true, 'a rule may not look at a sample');
  const kind = textOf(node, 'class') || textOf(node, 'type');
  if (kind === '' || plainKinds.has(kind)) return undefined;
  const judge = judges[kind];
  return judge ? judge(node) : form(node, true, 'this syntax has no place in a rule');
};

/** A table that is not the engine's own view under a plain name: another schema, another catalogue. */
export const isElsewhere = (node: TreeNode): boolean => !isOfTheEngine(node, 'schema_name', 'catalog_name');

/** A table of the previous certified snapshot: `previous.students`. */
export const isPrevious = (node: TreeNode): boolean =>
  textOf(node, 'schema_name').toLowerCase() === previousSchema && textOf(node, 'catalog_name') === '';
