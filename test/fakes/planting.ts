import type { AuditEntry } from '../../shared/application/audit/entry.ts';
import type { EntityName } from '../../shared/application/entities.ts';
import type { EntityRow, TableRow } from '../../shared/application/ports/table-rows.ts';

/** Makes sound rows unsound. */
export type Plant = (rows: readonly TableRow[]) => readonly TableRow[];

type Json = Readonly<Record<string, unknown>>;

/** Members laid over a JSON value, object into object; everything else replaces what was there. */
const overlaid = (value: unknown, over: unknown): unknown => {
  const isObject = (one: unknown): one is Json => typeof one === 'object' && one !== null && !Array.isArray(one);
  if (!isObject(value) || !isObject(over)) return over;
  const names = [...new Set([...Object.keys(value), ...Object.keys(over)])];
  return Object.fromEntries(
    names.map((name) => [name, Object.hasOwn(over, name) ? overlaid(value[name], over[name]) : value[name]]),
  );
};

// What is planted may be what no form would let pass: that is the point.
const asRow = (row: unknown): TableRow => JSON.parse(JSON.stringify(row));

/** Lays `over` over the rows that are meant. */
export const changed =
  (isMeant: (row: TableRow) => boolean, over: unknown): Plant =>
  (rows) =>
    rows.map((row) => (isMeant(row) ? asRow(overlaid(row, over)) : row));

export const without =
  (isMeant: (row: TableRow) => boolean): Plant =>
  (rows) =>
    rows.filter((row) => !isMeant(row));

/** The rows that are meant once more, with `over` laid over them. */
export const doubled =
  (isMeant: (row: TableRow) => boolean, over: unknown = {}): Plant =>
  (rows) => [...rows, ...rows.filter(isMeant).map((row) => asRow(overlaid(row, over)))];

export const added =
  (row: unknown): Plant =>
  (rows) => [...rows, asRow(row)];

export const both =
  (first: Plant, second: Plant): Plant =>
  (rows) =>
    second(first(rows));

/** A stored entity, and if asked one of which that holds. */
export const entity =
  (name: EntityName, isMeant: (state: ReturnType<typeof JSON.parse>) => boolean = () => true) =>
  (row: TableRow): row is EntityRow =>
    row.row === 'entity' && row.entity === name && isMeant(row.state);

/** The audit entries of a command. */
export const entry =
  (command: string, isMeant: (entry: AuditEntry) => boolean = () => true) =>
  (row: TableRow): boolean =>
    row.row === 'audit' && row.entry.command === command && isMeant(row.entry);

export const ofKind =
  (kind: TableRow['row']) =>
  (row: TableRow): boolean =>
    row.row === kind;
