import { type DatasetDeclaration, previousSchema, schoolLinks } from '../declaration.ts';
import { quotedName } from '../sandbox/sql-text.ts';

const sides = ['here', 'there'] as const;
type Side = (typeof sides)[number];

/** The view of a dataset on one side; what is there lies where a rule finds the year before. */
export const viewOf = (side: Side, dataset: string): string =>
  `${side === 'here' ? 'main' : previousSchema}.${quotedName(dataset)}`;

/** The columns by which a row finds its schools: the one that names its school, or those it shares with other datasets. */
const columnsToSchools = (declaration: DatasetDeclaration): readonly string[] =>
  declaration.schoolColumn === null
    ? [...new Set(schoolLinks(declaration).map(({ column }) => column))]
    : [declaration.schoolColumn];

const foundColumn = (side: Side, column: string): string => quotedName(`${side}_${column}`);

/** What must be selected of a row to find its schools later (SQL); `alias` is null where a side has no row. */
export const waysToSchools = (
  declaration: DatasetDeclaration,
  aliases: Readonly<Record<Side, string | null>>,
): readonly string[] =>
  sides.flatMap((side) =>
    columnsToSchools(declaration).map((column) => {
      const alias = aliases[side];
      const value = alias === null ? 'CAST(NULL AS VARCHAR)' : `${alias}.${quotedName(column)}`;
      return `${value} AS ${foundColumn(side, column)}`;
    }),
  );

/**
 * Which values of a column of this dataset belong to which schools (SQL): a statement for each way there is. It follows the
 * links by which the rows of one school are chosen; what leads to no school, or back to where it came from, is no way.
 */
const valuesBySchool = (
  declared: readonly DatasetDeclaration[],
  { dataset, column, side }: { readonly dataset: string; readonly column: string; readonly side: Side },
  path: readonly string[],
): readonly string[] => {
  const declaration = declared.find(({ name }) => name === dataset);
  if (declaration === undefined || path.includes(dataset)) return [];
  const view = viewOf(side, dataset);
  const value = `CAST(d.${quotedName(column)} AS VARCHAR) AS value`;
  if (declaration.schoolColumn !== null)
    return [`SELECT ${value}, d.${quotedName(declaration.schoolColumn)} AS school FROM ${view} d`];
  return schoolLinks(declaration).flatMap((link) =>
    valuesBySchool(declared, { ...link, side }, [...path, dataset]).map(
      (reached) =>
        `SELECT ${value}, r.school FROM ${view} d
          JOIN (SELECT DISTINCT * FROM (${reached})) r ON r.value = d.${quotedName(link.column)}`,
    ),
  );
};

/**
 * Which rows of `found` belong to which schools, on either side (SQL): its `id` beside a school, once for each, and none
 * where no school is known. `found` has the ways to schools.
 */
export const schoolsOfRows = (
  declaration: DatasetDeclaration,
  declared: readonly DatasetDeclaration[],
  found: string,
): string => {
  const { schoolColumn, name } = declaration;
  const ways = sides.flatMap((side) =>
    schoolColumn === null
      ? schoolLinks(declaration).flatMap((link) =>
          valuesBySchool(declared, { ...link, side }, [name]).map(
            (reached) =>
              `SELECT f.id, r.school FROM ${found} f JOIN (${reached}) r ON r.value = f.${foundColumn(side, link.column)}`,
          ),
        )
      : [`SELECT id, ${foundColumn(side, schoolColumn)} AS school FROM ${found}`],
  );
  const all = ways.length === 0 ? `SELECT id, NULL AS school FROM ${found}` : ways.join(' UNION ALL ');
  return `SELECT DISTINCT id, school FROM (${all}) WHERE school IS NOT NULL`;
};
