import type { ColumnDeclaration, DatasetDeclaration } from '../declaration.ts';
import { nameable, nameFinder, operationColumn } from './column-names.ts';
import type { ColumnMapping } from './job.ts';
import type { Defect, Problem } from './problem.ts';
import { cellReaders } from './read-cell.ts';

/** The texts of the declared columns in declared order (null where there is none), and all that is wrong with the row. */
export interface CheckedRow {
  readonly cells: readonly (string | null)[];
  /** The row takes the row of its key away; its other cells say nothing. */
  readonly deletes: boolean;
  readonly problems: readonly Problem[];
}

export type RowCheck = (row: unknown, line: number) => CheckedRow;

export interface RowCheckOptions {
  readonly mapping?: ColumnMapping | undefined;
  /** Rows of a delivery of changes may delete. */
  readonly changes?: boolean;
}

const notAnObject: Defect = { code: 'NOT_AN_OBJECT', detail: 'a line must hold one JSON object' };
const required: Defect = { code: 'REQUIRED', detail: 'must have a value' };
const notInCodes: Defect = { code: 'NOT_IN_CODES', detail: 'is none of the allowed codes' };
const unknownColumn: Defect = { code: 'UNKNOWN_COLUMN', detail: 'is not a column of this dataset' };
const repeatedColumn: Defect = { code: 'REPEATED_COLUMN', detail: 'stands in the row more than once' };
const noSuchOperation: Defect = { code: 'NO_SUCH_OPERATION', detail: 'is no operation of this delivery' };

type Row = Readonly<Record<string, unknown>>;

const isObject = (row: unknown): row is Row => typeof row === 'object' && row !== null && !Array.isArray(row);

const cellReader = ({ type, required: mustStand, codes }: ColumnDeclaration) => {
  const read = cellReaders[type];
  const allowed = codes && new Set(codes);
  return (value: unknown): string | null | Defect => {
    if (value === null || value === undefined) return mustStand ? required : null;
    const cell = read(value);
    if (typeof cell !== 'string') return cell;
    if (mustStand && cell.trim() === '') return required;
    return allowed === undefined || allowed.has(cell) ? cell : notInCodes;
  };
};

/** The check of one row against a declaration, made once and used for every row of a file. Pure. */
export const rowCheck = (declaration: DatasetDeclaration, options: RowCheckOptions = {}): RowCheck => {
  const columns = declaration.columns.map((column) => ({
    name: column.name,
    read: cellReader(column),
    ofKey: declaration.key.includes(column.name),
  }));
  const known = new Set(columns.map(({ name }) => name));
  const find = nameFinder(declaration, options.mapping);

  // Nearly every row has exactly the declared names; only others are looked up.
  const named = (row: Row, line: number, problems: Problem[]): Row => {
    if (Object.keys(row).every((name) => known.has(name))) return row;
    const found = new Map<string, unknown>();
    for (const [title, value] of Object.entries(row)) {
      const name = find(title);
      if (name === null) problems.push({ line, column: nameable.test(title) ? title : null, ...unknownColumn });
      else if (name !== undefined && found.has(name)) problems.push({ line, column: name, ...repeatedColumn });
      else if (name !== undefined) found.set(name, value);
    }
    return Object.fromEntries(found);
  };

  const deletes = (row: Row, line: number, problems: Problem[]): boolean => {
    const operation = Object.hasOwn(row, operationColumn) ? row[operationColumn] : null;
    if (operation === null || operation === '' || operation === 'UPSERT') return false;
    if (operation === 'DELETE' && options.changes === true) return true;
    problems.push({ line, column: operationColumn, ...noSuchOperation });
    return false;
  };

  return (delivered, line) => {
    if (!isObject(delivered)) return { cells: [], deletes: false, problems: [{ line, column: null, ...notAnObject }] };
    const problems: Problem[] = [];
    const row = named(delivered, line, problems);
    const takesAway = deletes(row, line, problems);
    const cells = columns.map(({ name, read, ofKey }) => {
      if (takesAway && !ofKey) return null;
      const cell = read(Object.hasOwn(row, name) ? row[name] : null);
      if (cell === null || typeof cell === 'string') return cell;
      problems.push({ line, column: name, ...cell });
      return null;
    });
    return { cells, deletes: takesAway, problems };
  };
};
