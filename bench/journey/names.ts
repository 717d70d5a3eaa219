import type { DatasetDeclaration } from '../../shared/engine/declaration.ts';
import { declarations } from '../district/declarations.ts';
import { ruleSet } from '../district/rules/rule-set.ts';
import { tunedSql } from '../district/rules/set-rule.ts';

// The seeded state has datasets of its own, some of the same name and with other columns.
const here = (dataset: string): string => `set_${dataset}`;

const names = new RegExp(String.raw`\b(FROM|JOIN)\s+(${declarations.map(({ name }) => name).join('|')})\b`, 'g');

const declared = ({ name, title, columns, key, schoolColumn, schoolThrough }: DatasetDeclaration) => ({
  name: here(name),
  title,
  columns,
  key,
  ...(schoolColumn === null ? {} : { schoolColumn }),
  ...(schoolThrough === null ? {} : { schoolThrough: { ...schoolThrough, dataset: here(schoolThrough.dataset) } }),
});

/** The datasets of a generated district, each after the one through which its rows belong to a school. */
export const datasets = declarations
  .toSorted((left, right) => Number(left.schoolThrough !== null) - Number(right.schoolThrough !== null))
  .map((declaration) => ({ file: declaration.name, declared: declared(declaration) }));

/** The 28 rules over them as a state writes them down. None blocks, so that a district of these faults can certify. */
export const rules = ruleSet.map((rule) => ({
  code: rule.code,
  name: rule.name,
  severity: 'WARNING',
  kind: 'FINDINGS',
  level: 'DISTRICT',
  datasets: rule.datasets.map(here),
  sql: tunedSql(rule).replaceAll(names, (_all, word: string, dataset: string) => `${word} ${here(dataset)}`),
  message: rule.name,
}));
