import type { Difference } from '../../application/ports/data-comparer.ts';
import type { DatasetDeclaration } from '../declaration.ts';
import { quotedName, quotedText } from '../sandbox/sql-text.ts';
import { schoolsOfRows, viewOf, waysToSchools } from './schools-of-rows.ts';

const viewsOf = ({ name }: DatasetDeclaration) => [viewOf('here', name), viewOf('there', name)] as const;

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

const sums = ['onlyHere', 'onlyThere', 'different'].map((kind) => `coalesce(sum(${kind}), 0) AS ${kind}`).join(', ');

/**
 * How many rows of a dataset differ, by kind (SQL): in all, which is true of the first column, and of each school. Within the
 * join they are counted by what leads to their schools, which is little beside the rows.
 */
export const differenceCounts = (declaration: DatasetDeclaration, declared: readonly DatasetDeclaration[]): string => {
  const [here, there] = sidesOf(declaration);
  const [onlyHere, onlyThere] = ['t', 'h'].map((side) => `${side}.${quotedName(declaration.key[0] ?? '')} IS NULL`);
  const ways = waysToSchools(declaration, { here: 'h', there: 't' });
  const counts = [
    `count(*) FILTER (${onlyHere}) AS onlyHere`,
    `count(*) FILTER (${onlyThere}) AS onlyThere`,
    `count(*) FILTER (NOT (${onlyHere} OR ${onlyThere})) AS different`,
  ];
  return `WITH counted AS (
      SELECT ${[...ways, ...counts].join(', ')} FROM ${here} h FULL OUTER JOIN ${there} t ON ${sameKey(declaration)}
      WHERE ${onlyHere} OR ${onlyThere} OR ${anyDiffers(declaration)} GROUP BY ALL
    ), found AS MATERIALIZED (SELECT row_number() OVER () AS id, * FROM counted)
    SELECT true AS whole, NULL AS school, ${sums} FROM found UNION ALL
    SELECT false, school, ${sums} FROM found LEFT JOIN (${schoolsOfRows(declaration, declared, 'found')}) USING (id)
    GROUP BY school ORDER BY whole DESC, school NULLS LAST`;
};

/** The rows of one kind (SQL). The join ends as soon as a LIMIT has its rows. */
export const differingRows = (declaration: DatasetDeclaration, kind: Difference['kind'], limit: number): string => {
  const [here, there] = sidesOf(declaration);
  const [own, other] = kind === 'ONLY_THERE' ? [there, here] : [here, there];
  const changed = othersOf(declaration).map((column) => `CASE WHEN ${differs(column)} THEN ${quotedText(column)} END`);
  const key = declaration.key.map((column) => `${quotedText(column)}, CAST(h.${quotedName(column)} AS VARCHAR)`);
  const aliases = {
    ONLY_HERE: { here: 'h', there: null },
    ONLY_THERE: { here: null, there: 'h' },
    DIFFERENT: { here: 'h', there: 't' },
  };
  const [join, columns] =
    kind === 'DIFFERENT'
      ? [
          `JOIN ${other} t ON ${sameKey(declaration)} WHERE ${anyDiffers(declaration)}`,
          `list_filter([${changed.join(', ')}]::VARCHAR[], name -> name IS NOT NULL)`,
        ]
      : [`ANTI JOIN ${other} t ON ${sameKey(declaration)}`, '[]::VARCHAR[]'];
  const ways = waysToSchools(declaration, aliases[kind]).map((way) => `${way}, `);
  return `SELECT ${ways.join('')}${quotedText(kind)} AS kind, CAST(json_object(${key.join(', ')}) AS VARCHAR) AS key,
    ${columns} AS changed FROM ${own} h ${join} LIMIT ${limit}`;
};

/** The rows of a dataset that were found, each with its schools (SQL). */
export const rowsWithSchools = (declaration: DatasetDeclaration, declared: readonly DatasetDeclaration[]): string =>
  `WITH found AS (SELECT rowid AS id, * FROM temp.found),
      schools AS (SELECT id, list(school ORDER BY school) AS schools
        FROM (${schoolsOfRows(declaration, declared, 'found')}) GROUP BY id)
    SELECT ${quotedText(declaration.name)} AS dataset, kind, coalesce(schools, []) AS schools, key, changed
    FROM found LEFT JOIN schools USING (id)`;
