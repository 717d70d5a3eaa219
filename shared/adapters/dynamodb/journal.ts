import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { randomUUID } from 'node:crypto';
import type { Journal } from '../../application/ports/unit-of-work.ts';
import type { Alert } from '../../domain/messaging/alert.ts';
import type { Instant } from '../../kernel/instant.ts';
import { happened } from './conditional.ts';
import { keys, listedAs } from './keys.ts';
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

const leaves = { readAt: 'gsi2pk, gsi2sk', dismissedAt: 'gsi1pk, gsi1sk, gsi2pk, gsi2sk' } as const;

// The first time stands: a repeat, or an alert that is gone, changes nothing. It leaves the lists it is no part of any more.
const stamp = (table: Table, userId: string, alertId: string, field: keyof typeof leaves, at: Instant) =>
  happened(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { ...keys.alert(userId, alertId) },
        UpdateExpression: `SET alert.#field = :at REMOVE ${leaves[field]}`,
        ConditionExpression: 'attribute_exists(pk) AND alert.#field = :never',
        ExpressionAttributeNames: { '#field': field },
        ExpressionAttributeValues: { ':at': at, ':never': null },
      }),
    ),
  );

const digestDaysKept = 14;

/** A reporting year and a quarter: until the same collection of the year after is certified. */
const alertDaysKept = 456;

const alertItem = (alert: Alert): Item => ({
  ...keys.alert(alert.userId, alert.id),
  ...listedAs.alert(alert.userId, alert.postedAt, alert.id),
  alert,
  expiresAt: expiry(alert.postedAt, alertDaysKept),
});

const expiry = (from: string, days: number): number => Math.floor(Date.parse(from) / 1000) + days * 24 * 3600;

/** Facts beside the chains: appended, never changed, except that a person reads and dismisses his alerts. */
export const createJournal = ({ table }: { readonly table: Table }): Journal => ({
  async recordRefusal(entry) {
    await appendOnce(table, { ...keys.refusal(entry.at, entry.requestId, entry.target), ...entry });
  },

  async recordDisclosure(entry) {
    await appendOnce(table, { ...keys.disclosure(entry.at, entry.requestId), ...entry });
  },

  recordShown: (entry) => appendOnce(table, { ...keys.shown(entry), ...entry }),

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
    const item = alertItem(alert);
    if (mail !== null) {
      const mailed = outboxWrite(table, mail.name, mail.message, alert.postedAt);
      const written = await transact(table, { token: randomUUID(), writes: [insertNew(table, item), mailed] });
      if (written === 'WRITTEN') return true;
    }
    return appendOnce(table, item);
  },

  queueOnce: ({ name, message }, at) => appendOnce(table, outboxItem(name, message, at)),

  async listForDigest(day, userId) {
    await appendOnce(table, { ...keys.digest(day, userId), userId, expiresAt: expiry(day, digestDaysKept) });
  },

  async markAlertRead(userId, alertId, at) {
    await stamp(table, userId, alertId, 'readAt', at);
  },

  async markAlertDismissed(userId, alertId, at) {
    await stamp(table, userId, alertId, 'dismissedAt', at);
  },
});
