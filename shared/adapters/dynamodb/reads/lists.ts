import type { EntityName, StateOf, Versioned } from '../../../application/entities.ts';
import type { Page, PageRequest } from '../../../application/ports/store.ts';
import { fromItem } from '../entity-form.ts';
import { forms } from '../forms.ts';
import type { Partition } from '../keys.ts';
import { queryAll, queryPage, type ReadOptions } from '../read-items.ts';
import type { Table } from '../table.ts';

/** All entities of a partition, however many pages they fill. */
export const listOf = async <Name extends EntityName>(
  table: Table,
  entity: Name,
  partition: Partition,
  options?: ReadOptions,
): Promise<readonly Versioned<StateOf<Name>>[]> => {
  const items = await queryAll(table, partition, options);
  return items.map((item) => fromItem(forms[entity], item));
};

export const pageOf = async <Name extends EntityName>(
  table: Table,
  entity: Name,
  partition: Partition,
  request: PageRequest,
): Promise<Page<Versioned<StateOf<Name>>>> => {
  const { items, next } = await queryPage(table, partition, request);
  return { items: items.map((item) => fromItem(forms[entity], item)), next };
};
