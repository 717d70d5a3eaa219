import type { DuckDBConnection } from '@duckdb/node-api';
import { certificationView, type DatasetDeclaration, previousSchema, schoolLinks } from '../declaration.ts';
import { sqlTypes } from '../sandbox/column-types.ts';
import { quotedName, quotedText, textList } from '../sandbox/sql-text.ts';
import type { DeliveredDataset, RunParameters } from './job.ts';

/** A dataset with the ways to its school that are open: what they lead through was delivered. */
interface VisibleDataset extends DeliveredDataset {
  readonly ways: ReturnType<typeof schoolLinks>;
}

/**
 * The datasets whose rows this run can see, in an order in which each comes after those it is restricted through.
 * A dataset that reaches its school only through ones that were never delivered cannot be told apart by school, so for
 * a school it counts as not delivered: rows of other schools are never shown for want of a file.
 */
const visibleDatasets = (datasets: readonly DeliveredDataset[], schoolId: string | null): readonly VisibleDataset[] => {
  const byName = new Map(datasets.map((dataset) => [dataset.declaration.name, dataset]));
  const visible = new Map<string, VisibleDataset>();
  const reach = (name: string, path: readonly string[]): boolean => {
    if (visible.has(name)) return true;
    const dataset = byName.get(name);
    if (dataset === undefined || dataset.files === null || path.includes(name)) return false;
    const links = schoolId === null ? [] : schoolLinks(dataset.declaration);
    const ways = links.filter((link) => reach(link.dataset, [...path, name]));
    if (links.length > 0 && ways.length === 0) return false;
    visible.set(name, { ...dataset, ways });
    return true;
  };
  for (const name of byName.keys()) reach(name, []);
  return [...visible.values()];
};

/** The lane of a run, or the snapshot that was certified before it. */
type Schema = 'main' | typeof previousSchema;

const viewName = (schema: Schema, dataset: string): string => `${schema}.${quotedName(dataset)}`;

const schoolFilter = (
  { declaration: { schoolColumn }, ways }: VisibleDataset,
  schoolId: string,
  schema: Schema,
): string => {
  if (schoolColumn !== null) return `WHERE ${quotedName(schoolColumn)} = ${quotedText(schoolId)}`;
  if (ways.length === 0) return '';
  const reached = ways.map(
    ({ dataset, column }) =>
      `${quotedName(column)} IN (SELECT ${quotedName(column)} FROM ${viewName(schema, dataset)})`,
  );
  return `WHERE ${reached.join(' OR ')}`;
};

// A file written before a column was declared has nothing in it.
const selected = ({ columns }: DatasetDeclaration, present: ReadonlySet<string>): string =>
  columns
    .map(({ name, type }) =>
      present.has(name) ? quotedName(name) : `CAST(NULL AS ${sqlTypes[type]}) AS ${quotedName(name)}`,
    )
    .join(', ');

const emptyView = (declaration: DatasetDeclaration, schema: Schema): string =>
  `CREATE VIEW ${viewName(schema, declaration.name)} AS SELECT ${selected(declaration, new Set())} WHERE false`;

interface ViewSetting {
  readonly schoolId: string | null;
  readonly schema: Schema;
}

/** What is selected from files, to have each column that is declared, whether they have it or not. */
export const declaredColumns = async (
  connection: DuckDBConnection,
  declaration: DatasetDeclaration,
  source: string,
): Promise<string> => {
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${source}`);
  return selected(declaration, new Set(described.getRows().map(([name]) => String(name))));
};

const fileView = async (
  connection: DuckDBConnection,
  dataset: VisibleDataset,
  { schoolId, schema }: ViewSetting,
): Promise<string> => {
  const { declaration, files } = dataset;
  const source = `read_parquet(${textList(files ?? [])}, union_by_name = true)`;
  const columns = await declaredColumns(connection, declaration, source);
  const filter = schoolId === null ? '' : schoolFilter(dataset, schoolId, schema);
  return `CREATE VIEW ${viewName(schema, declaration.name)} AS SELECT ${columns} FROM ${source} ${filter}`;
};

export const createCertificationView = async (
  connection: DuckDBConnection,
  parameters: RunParameters,
): Promise<void> => {
  const dates = (['as_of', 'school_year_start', 'school_year_end'] as const).map(
    (name) => `CAST(${quotedText(parameters[name])} AS DATE) AS ${name}`,
  );
  await connection.run(
    `CREATE VIEW ${certificationView} AS
      SELECT CAST(${parameters.reporting_year} AS INTEGER) AS reporting_year, ${dates.join(', ')}`,
  );
};

/** One view a dataset: its rows, of one school where asked, or none at all where it was not delivered. */
const createViews = async (
  connection: DuckDBConnection,
  datasets: readonly DeliveredDataset[],
  setting: ViewSetting,
): Promise<ReadonlySet<string>> => {
  const visible = visibleDatasets(datasets, setting.schoolId);
  for (const dataset of visible) await connection.run(await fileView(connection, dataset, setting));
  const names = new Set(visible.map(({ declaration }) => declaration.name));
  for (const { declaration } of datasets) {
    if (!names.has(declaration.name)) await connection.run(emptyView(declaration, setting.schema));
  }
  return names;
};

export const createDatasetViews = (
  connection: DuckDBConnection,
  datasets: readonly DeliveredDataset[],
  schoolId: string | null,
): Promise<ReadonlySet<string>> => createViews(connection, datasets, { schoolId, schema: 'main' });

/** The same of the snapshot that was certified before, under its own name: `previous.students`. */
export const createPreviousViews = async (
  connection: DuckDBConnection,
  datasets: readonly DeliveredDataset[],
  schoolId: string | null,
): Promise<ReadonlySet<string>> => {
  await connection.run(`CREATE SCHEMA ${previousSchema}`);
  return createViews(connection, datasets, { schoolId, schema: previousSchema });
};
