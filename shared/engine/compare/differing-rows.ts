import type { Difference } from '../../application/ports/data-comparer.ts';
import { type DatasetDeclaration, previousSchema } from '../declaration.ts';
import { quotedName, quotedText } from '../sandbox/sql-text.ts';

/** Here, and the other state where a rule finds the year before. */
const sidesOf = ({ name }: DatasetDeclaration) =>
  [`main.${quotedName(name)}`, `${previousSchema}.${quotedName(name)}`] as const;

const sameKey = ({ key }: DatasetDeclaration): string =>
  key.map((column) => `h.${quotedName(column)} = t.${quotedName(column)}`).join(' AND ');

const othersOf = ({ key, columns }: DatasetDeclaration): readonly string[] =>
  columns.map(({ name }) => name).filter((column) => !key.includes(column));

const differs = (column: string): string => `h.${quotedName(column)} IS DISTINCT FROM t.${quotedName(column)}`;

const anyDiffers = (declaration: DatasetDeclaration): string =>
  ['false', ...othersOf(declaration).map(differs)].join(' OR ');

const schoolOf = ({ schoolColumn }: DatasetDeclaration, sides: readonly string[]): string =>
  schoolColumn === null
    ? 'NULL'
    : `coalesce(${sides.map((side) => `${side}.${quotedName(schoolColumn)}`).join(', ')}, NULL)`;

/** How many rows of a dataset differ, by school and kind (SQL). */
export const differenceCounts = (declaration: DatasetDeclaration): string => {
  const [here, there] = sidesOf(declaration);
  const [onlyHere, onlyThere] = ['t', 'h'].map((side) => `${side}.${quotedName(declaration.key[0] ?? '')} IS NULL`);
  return `SELECT CAST(${schoolOf(declaration, ['h', 't'])} AS VARCHAR) AS school, count(*) FILTER (${onlyHere}),
      count(*) FILTER (${onlyThere}), count(*) FILTER (NOT (${onlyHere} OR ${onlyThere}))
    FROM ${here} h FULL OUTER JOIN ${there} t ON ${sameKey(declaration)}
    WHERE ${onlyHere} OR ${onlyThere} OR ${anyDiffers(declaration)} GROUP BY school ORDER BY school`;
};

/** The rows of one kind (SQL). The join ends as soon as a LIMIT has its rows. */
export const differingRows = (declaration: DatasetDeclaration, kind: Difference['kind']): string => {
  const [here, there] = sidesOf(declaration);
  const [own, other] = kind === 'ONLY_THERE' ? [there, here] : [here, there];
  const changed = othersOf(declaration).map((column) => `CASE WHEN ${differs(column)} THEN ${quotedText(column)} END`);
  const key = declaration.key.map((column) => `${quotedText(column)}, CAST(h.${quotedName(column)} AS VARCHAR)`);
  const [join, school, columns] =
    kind === 'DIFFERENT'
      ? [
          `JOIN ${other} t ON ${sameKey(declaration)} WHERE ${anyDiffers(declaration)}`,
          schoolOf(declaration, ['h', 't']),
          `list_filter([${changed.join(', ')}]::VARCHAR[], name -> name IS NOT NULL)`,
        ]
      : [`ANTI JOIN ${other} t ON ${sameKey(declaration)}`, schoolOf(declaration, ['h']), '[]::VARCHAR[]'];
  return `SELECT ${quotedText(declaration.name)} AS dataset, ${quotedText(kind)} AS kind, CAST(${school} AS VARCHAR) AS school,
      CAST(json_object(${key.join(', ')}) AS VARCHAR) AS key, ${columns} AS changed FROM ${own} h ${join}`;
};
