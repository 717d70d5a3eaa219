import * as z from 'zod';
import type { Store } from '../../../application/ports/store.ts';
import type { UserId } from '../../../kernel/ids.ts';
import { alert } from '../entities/alert.ts';
import { idOf } from '../entities/primitives.ts';
import { organizationTypes } from '../entities/organization.ts';
import { fromItem } from '../entity-form.ts';
import { forms } from '../forms.ts';
import { partitions } from '../keys.ts';
import { parseItem } from '../parse-item.ts';
import { queryAll, queryPage, queryWanted } from '../read-items.ts';
import type { Table } from '../table.ts';
import { listOf } from './lists.ts';

const alertRow = z.object({ alert });
const digestRow = z.object({ userId: idOf<UserId>() });

/** Organizations, categories with their members, and what people were told. */
export const directoryReads = (
  table: Table,
): Pick<
  Store,
  'alertsOf' | 'categories' | 'digestList' | 'localMembersOf' | 'organizations' | 'users' | 'usersOf'
> => ({
  users: (organizationId, page, wanted) =>
    queryWanted(table, partitions.people(organizationId), page, (item) => {
      const read = fromItem(forms.user, item);
      return wanted(read.state) ? read : undefined;
    }),

  async organizations(parent) {
    if (parent !== undefined) return listOf(table, 'organization', partitions.children(parent));
    const perType = await Promise.all(
      organizationTypes.map((type) => listOf(table, 'organization', partitions.organizationsOfType(type))),
    );
    return perType.flat();
  },

  usersOf: (organizationId) => listOf(table, 'user', partitions.people(organizationId)),

  categories: () => listOf(table, 'category', partitions.categories()),

  localMembersOf: (id) => listOf(table, 'localMembers', partitions.localMembers(id), { consistent: true }),

  async alertsOf(userId) {
    const items = await queryAll(table, partitions.alerts(userId), { consistent: true });
    return items.map((item) => parseItem(alertRow, item).alert);
  },

  async digestList(day, page) {
    const { items, next } = await queryPage(table, partitions.digestList(day), page);
    return { items: items.map((item) => parseItem(digestRow, item).userId), next };
  },
});
