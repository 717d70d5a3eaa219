import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { randomUUID } from 'node:crypto';
import type { Journal } from '../../application/ports/unit-of-work.ts';
import type { Instant } from '../../kernel/instant.ts';
import { happened } from './conditional.ts';
import { keys } from './keys.ts';
import type { Item } from './parse-item.ts';
import type { Table } from './table.ts';
import { transact } from './transaction.ts';
import { outboxItem, outboxWrite } from './writes/outbox-writes.ts';
import { insertNew, keepFirst } from './writes/transact-item.ts';

const appendOnce = (table: Table, item: Item): Promise<boolean> =>
  happened(
    table.client.send(
      new PutCommand({ TableName: table.name, Item: item, ConditionExpression: 'attribute_not_exists(pk)' }),
    ),
  );

// The first time stands: a repeat, or an alert that is gone, changes nothing.
const stamp = (table: Table, userId: string, alertId: string, field: 'readAt' | 'dismissedAt', at: Instant) =>
  happened(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { ...keys.alert(userId, alertId) },
        UpdateExpression: 'SET alert.#field = :at',
        ConditionExpression: 'attribute_exists(pk) AND alert.#field = :never',
        ExpressionAttributeNames: { '#field': field },
        ExpressionAttributeValues: { ':at': at, ':never': null },
      }),
    ),
  );

const digestDaysKept = 14;

/** Facts beside the chains: appended, never changed, except that a person reads and dismisses his alerts. */
export const createJournal = ({ table }: { readonly table: Table }): Journal => ({
  async recordRefusal(entry) {
    await appendOnce(table, { ...keys.refusal(entry.at, entry.requestId, entry.target), ...entry });
  },

  async recordDisclosure(entry) {
    await appendOnce(table, { ...keys.disclosure(entry.at, entry.requestId), ...entry });
  },

  async recordView(entry) {
    const { runId, userId, at } = entry;
    const disclosed = insertNew(table, { ...keys.view(runId, userId, at), ...entry });
    const writes = [disclosed, keepFirst(table, keys.viewed(runId, userId), 'at', at)];
    await transact(table, { token: randomUUID(), writes });
  },

  async appendSeal(seal) {
    return appendOnce(table, { ...keys.seal(seal.certificationEventId, seal.sequence), ...seal });
  },

  async postAlert(alert, mail) {
    const item = { ...keys.alert(alert.userId, alert.id), alert };
    if (mail !== null) {
      const mailed = outboxWrite(table, mail.name, mail.message, alert.postedAt);
      const written = await transact(table, { token: randomUUID(), writes: [insertNew(table, item), mailed] });
      if (written === 'WRITTEN') return true;
    }
    return appendOnce(table, item);
  },

  queueOnce: ({ name, message }, at) => appendOnce(table, outboxItem(name, message, at)),

  async listForDigest(day, userId) {
    const expiresAt = Math.floor(Date.parse(day) / 1000) + digestDaysKept * 24 * 3600;
    await appendOnce(table, { ...keys.digest(day, userId), userId, expiresAt });
  },

  async markAlertRead(userId, alertId, at) {
    await stamp(table, userId, alertId, 'readAt', at);
  },

  async markAlertDismissed(userId, alertId, at) {
    await stamp(table, userId, alertId, 'dismissedAt', at);
  },
});
