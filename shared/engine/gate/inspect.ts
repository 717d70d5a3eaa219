import { ok, type Result, refuse } from '../../kernel/result.ts';
import { certificationView, previousSchema } from '../declaration.ts';
import { isElsewhere, isPrevious, judgeNode, refusalAt } from './judge-node.ts';
import type { NamedDatasets, RuleRefusal } from './refusal.ts';
import { isNode, nodesIn, textOf, type TreeNode } from './syntax-tree.ts';

const nodeLimit = 5_000;
const depthLimit = 200;

// Their inside is data or a type that the judge has seen, not syntax.
const leaves: ReadonlySet<string> = new Set(['value', 'cast_type']);

const plainName = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;

const known = (names: readonly string[]): string => {
  const shown = names.slice(0, 40).join(', ');
  return names.length > 40 ? `${shown} and ${names.length - 40} more` : shown;
};

/**
 * Walks the whole tree once. Refuses the first node that has no place in a rule; otherwise answers the datasets the rule
 * names, spelled as declared. Names are compared without case, as DuckDB does; a CTE may not take the name of a dataset.
 */
export const inspect = (tree: TreeNode, datasets: readonly string[]): Result<NamedDatasets, RuleRefusal> => {
  const declared = new Map([...datasets, certificationView].map((name) => [name.toLowerCase(), name]));
  const named = new Set<string>();
  const previous = new Set<string>();
  let nodes = 0;

  const judgeTable = (node: TreeNode, ctes: ReadonlySet<string>): RuleRefusal | undefined => {
    const name = textOf(node, 'table_name').toLowerCase();
    if (ctes.has(name) && !('schema_name' in node) && !('catalog_name' in node)) return undefined;
    const dataset = declared.get(name);
    const before = isPrevious(node) && dataset !== certificationView;
    if (dataset === undefined || (isElsewhere(node) && !before)) {
      const detail = `a rule reads declared datasets only (${known(datasets)}), or those of ${previousSchema}`;
      return refusalAt(node, 'RULE_UNKNOWN_DATASET', detail);
    }
    if (before) previous.add(dataset);
    else if (dataset !== certificationView) named.add(dataset);
    return undefined;
  };

  const judgeCtes = (names: readonly string[], node: TreeNode): RuleRefusal | undefined => {
    const wrong = names.find((name) => !plainName.test(name) || declared.has(name.toLowerCase()));
    const detail = 'a WITH name must be plain and not that of a dataset';
    return wrong === undefined ? undefined : refusalAt(node, 'RULE_CTE_NAME', detail);
  };

  const visit = (value: unknown, ctes: ReadonlySet<string>, depth: number): RuleRefusal | undefined => {
    if (Array.isArray(value)) return firstRefusal(value, (entry) => visit(entry, ctes, depth));
    if (!isNode(value)) return undefined;
    nodes += 1;
    if (nodes > nodeLimit || depth > depthLimit) {
      return refusalAt(value, 'RULE_TOO_COMPLEX', 'the rule is too long or too deeply nested');
    }
    const own = cteNames(value);
    const refusal =
      judgeNode(value) ??
      judgeCtes(own, value) ??
      (textOf(value, 'type') === 'BASE_TABLE' ? judgeTable(value, ctes) : undefined);
    if (refusal) return refusal;
    const visible = own.length === 0 ? ctes : new Set([...ctes, ...own.map((name) => name.toLowerCase())]);
    const inside = Object.entries(value).filter(([field]) => !(isLeafOwner(value) && leaves.has(field)));
    return firstRefusal(inside, ([, child]) => visit(child, visible, depth + 1));
  };

  const refusal = visit(tree, new Set(), 0);
  return refusal ? refuse(refusal) : ok({ datasets: [...named], previousDatasets: [...previous] });
};

const isLeafOwner = (node: TreeNode): boolean => ['CONSTANT', 'CAST'].includes(textOf(node, 'class'));

const cteNames = ({ cte_map: ctes }: TreeNode): readonly string[] =>
  isNode(ctes) ? nodesIn(ctes['map']).map((entry) => textOf(entry, 'key')) : [];

const firstRefusal = <Item>(
  items: readonly Item[],
  judge: (item: Item) => RuleRefusal | undefined,
): RuleRefusal | undefined => {
  for (const item of items) {
    const refusal = judge(item);
    if (refusal) return refusal;
  }
  return undefined;
};
