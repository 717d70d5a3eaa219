import type { Difference } from '../../application/ports/data-comparer.ts';
import { type DatasetDeclaration, previousSchema } from '../declaration.ts';
import { quotedName, quotedText } from '../sandbox/sql-text.ts';

/** Here, and the other state where a rule finds the year before. */
const viewsOf = ({ name }: DatasetDeclaration) =>
  [`main.${quotedName(name)}`, `${previousSchema}.${quotedName(name)}`] as const;

/** So many that a few differences among twenty million rows leave nearly all parts the same, and few enough to be held. */
const parts = 1_048_576;

const partOf = ({ key }: DatasetDeclaration): string => `hash(${key.map(quotedName).join(', ')}) % ${parts}`;

const markedParts = (declaration: DatasetDeclaration, view: string): string =>
  `(SELECT part, count(*) AS held, sum(mark) AS mark FROM (SELECT ${partOf(declaration)} AS part,
      hash(${declaration.columns.map(({ name }) => quotedName(name)).join(', ')}) AS mark FROM ${view}) GROUP BY part)`;

/** Where the parts are kept in which the two sides of a dataset differ. */
export const noDifferingParts = 'CREATE TEMP TABLE differing_parts (dataset VARCHAR, part UBIGINT, held BIGINT)';

/**
 * Finds the parts of a dataset that are not the same on both sides (SQL): each row belongs to one by its key, and a part
 * is known by the sum of its rows' hashes. Only their rows need be joined, which costs many times as much as a hash.
 */
export const differingParts = (declaration: DatasetDeclaration): string => {
  const [here, there] = viewsOf(declaration).map((view) => markedParts(declaration, view));
  return `INSERT INTO temp.differing_parts
    SELECT ${quotedText(declaration.name)}, part, coalesce(h.held, 0) + coalesce(t.held, 0)
    FROM ${here} h FULL OUTER JOIN ${there} t USING (part)
    WHERE h.held IS DISTINCT FROM t.held OR h.mark IS DISTINCT FROM t.mark`;
};

/** How many rows of both sides lie in parts that differ (SQL). */
export const rowsInDifferingParts = 'SELECT coalesce(sum(held), 0) FROM temp.differing_parts';

/** The two sides without the parts in which they are the same. */
const sidesOf = (declaration: DatasetDeclaration): readonly [string, string] => {
  const within = (view: string): string =>
    `(SELECT * FROM ${view} WHERE ${partOf(declaration)} IN
      (SELECT part FROM temp.differing_parts WHERE dataset = ${quotedText(declaration.name)}))`;
  const [here, there] = viewsOf(declaration);
  return [within(here), within(there)];
};

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
