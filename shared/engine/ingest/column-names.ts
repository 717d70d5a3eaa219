import type { DatasetDeclaration } from '../declaration.ts';
import type { ColumnMapping } from './job.ts';
import type { Problem } from './problem.ts';

/** Columns of a delivery that are no data: what we wrote beside refused rows, and what a delta does with a row. */
export const operationColumn = '_operation';
const notes: readonly string[] = ['_severity', '_code', '_fix'];
const annotations: readonly string[] = [...notes, operationColumn];

/** Where a refused line of NDJSON that is no row comes back as it was. */
export const lineColumn = '_line';

const columnLimit = 1_000;

// A name that no column could have is not repeated: it may be anything, also data.
export const nameable = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

/**
 * A name as it is compared: DuckDB does not tell upper and lower case apart, and nobody sees how an accent is written, a
 * space at the end, or where a spreadsheet began a new line.
 */
export const comparedName = (name: string): string =>
  name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();

export const isAnnotation = (name: string): boolean => annotations.includes(name);

/** The line that we handed back because it is no row, when this is it and its sender added nothing beside it. */
export const handedBackLine = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null || !(lineColumn in value)) return undefined;
  const others = Object.keys(value).filter((name) => name !== lineColumn);
  const isOurs = others.length === notes.length && notes.every((name) => others.includes(name));
  return isOurs && typeof value[lineColumn] === 'string' ? value[lineColumn] : undefined;
};

export interface NamedColumns {
  /** For each column of the file the declared column (or `_operation`) it is; undefined: passed over. */
  readonly columns: readonly (string | undefined)[];
  readonly problems: readonly Problem[];
}

const problem = (code: Problem['code'], column: string | null, detail: string): Problem => ({
  line: 1,
  column,
  code,
  detail,
});

/** Finds the declared column behind one name of a file; null: none, undefined: known and passed over. */
export const nameFinder = ({ columns }: DatasetDeclaration, mapping: ColumnMapping | undefined) => {
  const declared = new Map(columns.map(({ name }) => [comparedName(name), name]));
  const mapped = new Map(Object.entries(mapping?.columns ?? {}).map(([title, name]) => [comparedName(title), name]));
  const ignored = new Set((mapping?.ignored ?? []).map(comparedName));
  return (title: string): string | undefined | null => {
    const key = comparedName(title);
    if (key === operationColumn) return operationColumn;
    if (key === '' || isAnnotation(key) || ignored.has(key)) return undefined;
    // A district's own column may be called as what we hand back.
    return mapped.get(key) ?? declared.get(key) ?? (key === lineColumn ? undefined : null);
  };
};

/** Reads the names of a file's columns by the district's mapping and the declaration, and tells what is wrong with them. */
export const columnNames = (
  declaration: DatasetDeclaration,
  mapping: ColumnMapping | undefined,
  titles: readonly string[],
): NamedColumns => {
  const find = nameFinder(declaration, mapping);
  const columns = titles.map((title) => find(title) ?? undefined);
  const unknown = titles.filter((title) => find(title) === null);
  const repeated = new Set(columns.filter((column, at) => column !== undefined && columns.indexOf(column) < at));
  const missing = declaration.columns.filter(({ name, required }) => required && !columns.includes(name));
  const tooMany = problem('TOO_MANY_COLUMNS', null, `the file has more than ${columnLimit} columns`);
  if (titles.length > columnLimit) return { columns, problems: [tooMany] };
  return {
    columns,
    problems: [
      ...unknown.map((title) =>
        problem('UNKNOWN_COLUMN', nameable.test(title) ? title : null, 'is not a column of this dataset'),
      ),
      ...[...repeated].map((name) => problem('REPEATED_COLUMN', name ?? null, 'stands in the file more than once')),
      ...missing.map(({ name }) => problem('MISSING_COLUMN', name, 'is required and not in the file')),
    ],
  };
};
