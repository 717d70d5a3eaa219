import * as z from 'zod';
import type { Store } from '../../../application/ports/store.ts';
import type { UserId } from '../../../kernel/ids.ts';
import { alert } from '../entities/alert.ts';
import { batchGet } from '../drain-batch.ts';
import { idOf } from '../entities/primitives.ts';
import { organizationTypes } from '../entities/organization.ts';
import { fromItem } from '../entity-form.ts';
import { forms } from '../forms.ts';
import { keys, partitions } from '../keys.ts';
import { parseItem } from '../parse-item.ts';
import { getItem, queryFirst, queryPage, queryWanted } from '../read-items.ts';
import type { Table } from '../table.ts';
import { listOf } from './lists.ts';

const alertRow = z.object({ alert });
const userNameRow = z.object({ userId: idOf<UserId>() });
const digestRow = z.object({ userId: idOf<UserId>() });

/** Organizations, categories with their members, and what people were told. */
export const directoryReads = (
  table: Table,
): Pick<
  Store,
  | 'alertsNamed'
  | 'categories'
  | 'digestList'
  | 'inbox'
  | 'localMembersOf'
  | 'organizations'
  | 'unreadAlerts'
  | 'userOfName'
  | 'users'
  | 'usersOf'
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

  async userOfName(name) {
    const item = await getItem(table, keys.userName(name));
    return item && parseItem(userNameRow, item).userId;
  },

  usersOf: (organizationId) => listOf(table, 'user', partitions.people(organizationId)),

  categories: () => listOf(table, 'category', partitions.categories()),

  localMembersOf: (id) => listOf(table, 'localMembers', partitions.localMembers(id), { consistent: true }),

  inbox: (userId, page, wanted) =>
    queryWanted(
      table,
      partitions.inbox(userId),
      page,
      (item) => {
        const one = parseItem(alertRow, item).alert;
        return wanted(one) ? one : undefined;
      },
      { newestFirst: true },
    ),

  async unreadAlerts(userId, atMost) {
    const items = await queryFirst(table, partitions.unread(userId), atMost, { newestFirst: true });
    return items.map((item) => parseItem(alertRow, item).alert);
  },

  async alertsNamed(userId, ids) {
    const items = await batchGet(
      table,
      [...new Set(ids)].map((id) => keys.alert(userId, id)),
    );
    return items.map((item) => parseItem(alertRow, item).alert);
  },

  async digestList(day, page) {
    const { items, next } = await queryPage(table, partitions.digestList(day), page);
    return { items: items.map((item) => parseItem(digestRow, item).userId), next };
  },
});
