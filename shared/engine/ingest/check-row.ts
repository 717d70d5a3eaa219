import type { ColumnDeclaration, DatasetDeclaration } from '../declaration.ts';
import type { Defect, Problem } from './problem.ts';
import { cellReaders } from './read-cell.ts';

/** The texts of the declared columns in declared order (null where there is none), and all that is wrong with the row. */
export interface CheckedRow {
  readonly cells: readonly (string | null)[];
  readonly problems: readonly Problem[];
}

export type RowCheck = (row: unknown, line: number) => CheckedRow;

const notAnObject: Defect = { code: 'NOT_AN_OBJECT', detail: 'a line must hold one JSON object' };
const required: Defect = { code: 'REQUIRED', detail: 'must have a value' };
const notInCodes: Defect = { code: 'NOT_IN_CODES', detail: 'is none of the allowed codes' };
const unknownColumn: Defect = { code: 'UNKNOWN_COLUMN', detail: 'is not a column of this dataset' };

const isObject = (row: unknown): row is Readonly<Record<string, unknown>> =>
  typeof row === 'object' && row !== null && !Array.isArray(row);

// A name that no column could have is not repeated: it may be anything, also data.
const nameable = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

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
export const rowCheck = (declaration: DatasetDeclaration): RowCheck => {
  const columns = declaration.columns.map((column) => ({ name: column.name, read: cellReader(column) }));
  const known = new Set(columns.map((column) => column.name));
  return (row, line) => {
    if (!isObject(row)) return { cells: [], problems: [{ line, column: null, ...notAnObject }] };
    const problems: Problem[] = Object.keys(row)
      .filter((name) => !known.has(name))
      .map((name) => ({ line, column: nameable.test(name) ? name : null, ...unknownColumn }));
    const cells = columns.map(({ name, read }) => {
      const cell = read(Object.hasOwn(row, name) ? row[name] : null);
      if (cell === null || typeof cell === 'string') return cell;
      problems.push({ line, column: name, ...cell });
      return null;
    });
    return { cells, problems };
  };
};
