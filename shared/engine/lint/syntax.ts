import type { TreeNode } from '../gate/syntax-tree.ts';

/*
 * Pieces of DuckDB's syntax tree, as its own serializer writes them. The deserializer asks for every field.
 */
export const conjunction = (children: readonly TreeNode[]): TreeNode => {
  const [only] = children;
  return children.length === 1 && only !== undefined
    ? only
    : { class: 'CONJUNCTION', type: 'CONJUNCTION_AND', alias: '', children };
};

export const comparison = (type: string, left: TreeNode, right: TreeNode): TreeNode => ({
  class: 'COMPARISON',
  type,
  alias: '',
  left,
  right,
});

const constant = (id: string, value: unknown): TreeNode => ({
  class: 'CONSTANT',
  type: 'VALUE_CONSTANT',
  alias: '',
  value: { type: { id, type_info: null }, ...(value === null ? { is_null: true } : { is_null: false, value }) },
});

export const whole = (value: number): TreeNode => constant('INTEGER', value);

export const truth: TreeNode = {
  class: 'CAST',
  type: 'OPERATOR_CAST',
  alias: '',
  child: constant('VARCHAR', 't'),
  cast_type: { id: 'BOOLEAN', type_info: null },
  try_cast: false,
};

export const caseWhen = (when: TreeNode, then: TreeNode, otherwise: TreeNode | null): TreeNode => ({
  class: 'CASE',
  type: 'CASE_EXPR',
  alias: '',
  case_checks: [{ when_expr: when, then_expr: then }],
  else_expr: otherwise ?? constant('NULL', null),
});

export const isNull = (child: TreeNode): TreeNode => ({
  class: 'OPERATOR',
  type: 'OPERATOR_IS_NULL',
  alias: '',
  children: [child],
});

export const not = (child: TreeNode): TreeNode => ({
  class: 'OPERATOR',
  type: 'OPERATOR_NOT',
  alias: '',
  children: [child],
});

export const rowOf = (...children: readonly TreeNode[]): TreeNode => ({
  class: 'FUNCTION',
  type: 'FUNCTION',
  alias: '',
  function_name: 'row',
  schema: 'main',
  children,
  filter: null,
  order_bys: { type: 'ORDER_MODIFIER', orders: [] },
  distinct: false,
  is_operator: false,
  export_state: false,
  catalog: '',
});

const star: TreeNode = {
  class: 'STAR',
  type: 'STAR',
  alias: '',
  relation_name: '',
  exclude_list: [],
  replace_list: [],
  columns: false,
  expr: null,
  qualified_exclude_list: [],
  rename_list: [],
};

const selectWhere = (columns: readonly TreeNode[], from: TreeNode, where: TreeNode): TreeNode => ({
  node: {
    type: 'SELECT_NODE',
    modifiers: [],
    cte_map: { map: [] },
    select_list: columns,
    from_table: from,
    where_clause: where,
    group_expressions: [],
    group_sets: [],
    aggregate_handling: 'STANDARD_HANDLING',
    having: null,
    sample: null,
    qualify: null,
  },
  named_param_map: [],
});

/** The rows of a FROM item that fulfil a condition, under the same name. */
export const filtered = (from: TreeNode, alias: string, where: TreeNode): TreeNode => ({
  type: 'SUBQUERY',
  alias,
  sample: null,
  subquery: selectWhere([star], from, where),
  column_name_alias: [],
});

export const exists = (from: TreeNode, where: TreeNode): TreeNode => ({
  class: 'SUBQUERY',
  type: 'SUBQUERY',
  alias: '',
  subquery_type: 'EXISTS',
  subquery: selectWhere([whole(1)], from, where),
  child: null,
  comparison_type: 'INVALID',
});
