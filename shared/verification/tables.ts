import type { AuditEntry } from '../application/audit/entry.ts';
import type { EntityName } from '../application/entities.ts';
import type { EntityRow, TableRow } from '../application/ports/table-rows.ts';
import { chainOfRow } from './chain-of-row.ts';
import { replay, type Step } from './replay.ts';

type EntityRowOf<Name extends EntityName> = Extract<EntityRow, { readonly entity: Name }>;
type PlainRow<Kind extends TableRow['row']> = Extract<TableRow, { readonly row: Kind }>;

/** Rows in the shape that questions are asked in. */
export interface Tables {
  /** Everything that has a chain, by the chain's name. */
  readonly entities: ReadonlyMap<string, EntityRow>;
  of<Name extends EntityName>(entity: Name): readonly EntityRowOf<Name>[];
  rows<Kind extends Exclude<TableRow['row'], 'entity' | 'audit'>>(kind: Kind): readonly PlainRow<Kind>[];
  /** Audit entries by chain, in the order of their sequence. */
  readonly chains: ReadonlyMap<string, readonly AuditEntry[]>;
  /** What a chain's entity was, step by step. */
  history(chain: string): readonly Step[];
}

const isKind =
  <Kind extends TableRow['row']>(kind: Kind) =>
  (row: TableRow): row is PlainRow<Kind> =>
    row.row === kind;

const isEntity =
  <Name extends EntityName>(entity: Name) =>
  (row: EntityRow): row is EntityRowOf<Name> =>
    row.entity === entity;

const chainsIn = (rows: readonly TableRow[]): ReadonlyMap<string, readonly AuditEntry[]> => {
  const chains = new Map<string, AuditEntry[]>();
  for (const { entry } of rows.filter(isKind('audit'))) {
    const known = chains.get(entry.chain);
    if (known) known.push(entry);
    else chains.set(entry.chain, [entry]);
  }
  for (const chain of chains.values()) chain.sort((left, right) => left.sequence - right.sequence);
  return chains;
};

const kept = <Value>(make: (name: string) => Value): ((name: string) => Value) => {
  const made = new Map<string, Value>();
  return (name) => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const value = make(name);
    made.set(name, value);
    return value;
  };
};

export const tablesOf = (rows: readonly TableRow[]): Tables => {
  const entityRows = rows.filter(isKind('entity'));
  const chains = chainsIn(rows);
  return {
    entities: new Map(entityRows.map((row) => [chainOfRow(row), row])),
    of: (entity) => entityRows.filter(isEntity(entity)),
    rows: (kind) => rows.filter(isKind(kind)),
    chains,
    history: kept((chain) => replay(chains.get(chain) ?? [])),
  };
};
