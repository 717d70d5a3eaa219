import * as z from 'zod';
import type { EntityName, KeyOf, StateOf, Versioned } from '../../application/entities.ts';
import { hashToBytes, storedHash } from './hash-bytes.ts';
import type { IndexKeys, TableKey } from './keys.ts';
import { pack, unpack } from './packing.ts';
import { type Item, parseItem } from './parse-item.ts';

/** How one kind of entity lies in the table. `schema` is strict: a member it does not know would be lost when written back. */
export interface EntityForm<Name extends EntityName> {
  readonly schema: z.ZodType<StateOf<Name>>;
  /** Packed where the deadline hour writes it or its list is long; else left readable for the operator. */
  readonly packed: boolean;
  key(key: KeyOf<Name>): TableKey;
  /** The lists that show the item in this state; none by leaving the attributes out. */
  indexes(state: StateOf<Name>): IndexKeys;
}

const row = z.object({ state: z.unknown(), version: z.int().positive(), auditHash: storedHash });

export const toItem = <Name extends EntityName>(
  form: EntityForm<Name>,
  key: KeyOf<Name>,
  { state, version, auditHash }: Versioned<StateOf<Name>>,
): Item => ({
  ...form.key(key),
  ...form.indexes(state),
  version,
  auditHash: hashToBytes(auditHash),
  state: form.packed ? pack(state) : state,
});

export const fromItem = <Name extends EntityName>(form: EntityForm<Name>, item: Item): Versioned<StateOf<Name>> => {
  const { state, version, auditHash } = parseItem(row, item);
  const unpacked = state instanceof Uint8Array ? unpack(state) : state;
  return { state: parseItem(form.schema, item, unpacked), version, auditHash };
};
