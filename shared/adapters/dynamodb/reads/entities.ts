import type { EntityName, KeyOf, StateOf, Versioned } from '../../../application/entities.ts';
import type { Store, Wanted } from '../../../application/ports/store.ts';
import { batchGet } from '../drain-batch.ts';
import { type EntityForm, fromItem } from '../entity-form.ts';
import { forms } from '../forms.ts';
import type { TableKey } from '../keys.ts';
import { getItem } from '../read-items.ts';
import type { Table } from '../table.ts';

const nameOf = ({ pk, sk }: TableKey): string => JSON.stringify([pk, sk]);

const loadOne = async <Name extends EntityName>(
  table: Table,
  form: EntityForm<Name>,
  key: KeyOf<Name>,
): Promise<Versioned<StateOf<Name>> | undefined> => {
  const item = await getItem(table, form.key(key));
  return item && fromItem(form, item);
};

/** Reads by key at once; then those of one kind are picked out, in the order they were asked for. */
const fetch = async (table: Table, wanted: readonly TableKey[]) => {
  const items = await batchGet(table, wanted);
  const byName = new Map(items.map((item) => [JSON.stringify([item['pk'], item['sk']]), item]));
  return <Name extends EntityName>(
    form: EntityForm<Name>,
    keys: readonly TableKey[],
  ): readonly Versioned<StateOf<Name>>[] =>
    keys.flatMap((key) => {
      const item = byName.get(nameOf(key));
      return item ? [fromItem(form, item)] : [];
    });
};

const loadMany = async <Name extends EntityName>(
  table: Table,
  form: EntityForm<Name>,
  keys: readonly KeyOf<Name>[],
): Promise<readonly Versioned<StateOf<Name>>[]> => {
  const wanted = keys.map((key) => form.key(key));
  return (await fetch(table, wanted))(form, wanted);
};

const keysOf = <Name extends EntityName>(form: EntityForm<Name>, { keys }: Wanted<Name>): readonly TableKey[] =>
  keys.map((key) => form.key(key));

/** Reads by key. */
export const entityReads = (table: Table): Pick<Store, 'load' | 'loadMany' | 'loadTogether'> => ({
  async loadTogether(first, second) {
    const [firstForm, secondForm] = [forms[first.entity], forms[second.entity]];
    const [firstKeys, secondKeys] = [keysOf(firstForm, first), keysOf(secondForm, second)];
    const picked = await fetch(table, [...firstKeys, ...secondKeys]);
    return [picked(firstForm, firstKeys), picked(secondForm, secondKeys)];
  },
  load: (entity, key) => loadOne(table, forms[entity], key),
  loadMany: (entity, keys) => loadMany(table, forms[entity], keys),
});
