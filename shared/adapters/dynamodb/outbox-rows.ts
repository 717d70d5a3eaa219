import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { OutboxRow, OutboxRows } from '../../application/ports/outbox-rows.ts';
import { retryAt } from '../../application/outbox-policy.ts';
import { type Instant, millisOf } from '../../kernel/instant.ts';
import { happened } from './conditional.ts';
import { outboxMessage } from './entities/outbox-message.ts';
import { count, instant } from './entities/primitives.ts';
import { keys, listedAs, outboxIdOf } from './keys.ts';
import { type Item, parseItem } from './parse-item.ts';
import { getItem } from './read-items.ts';
import type { Table } from './table.ts';

const rowSchema = z.object({
  pk: z.string(),
  message: outboxMessage,
  committedAt: instant,
  status: z.enum(['PENDING', 'SENT', 'DEAD']),
  attempts: count,
  problem: z.string().nullable(),
});

export const outboxRowIn = (item: Item): OutboxRow => {
  const { pk, ...row } = parseItem(rowSchema, item);
  return { id: outboxIdOf(pk), ...row };
};

const daysKept = 7;

const markSent = (table: Table, id: string, at: Instant) =>
  new UpdateCommand({
    TableName: table.name,
    Key: { ...keys.outbox(id) },
    UpdateExpression: 'SET #status = :sent, expiresAt = :expiresAt REMOVE gsi3pk, gsi3sk',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: {
      ':sent': 'SENT',
      ':expiresAt': Math.floor(millisOf(at) / 1000) + daysKept * 24 * 3600,
    },
  });

const markFailed = (table: Table, row: OutboxRow, problem: string, at: Instant, next: Instant | null) => {
  const { gsi3pk, gsi3sk } = next === null ? listedAs.dead(at) : listedAs.due(row.id, next);
  return new UpdateCommand({
    TableName: table.name,
    Key: { ...keys.outbox(row.id) },
    UpdateExpression: 'SET #status = :status, attempts = :attempts, problem = :problem, gsi3pk = :pk, gsi3sk = :sk',
    ConditionExpression: '#status <> :sent AND attempts = :before',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: {
      ':status': next === null ? 'DEAD' : 'PENDING',
      ':sent': 'SENT',
      ':attempts': row.attempts + 1,
      ':before': row.attempts,
      ':problem': problem,
      ':pk': gsi3pk,
      ':sk': gsi3sk,
    },
  });
};

const revive = (table: Table, id: string, at: Instant) => {
  const { gsi3pk, gsi3sk } = listedAs.due(id, at);
  return new UpdateCommand({
    TableName: table.name,
    Key: { ...keys.outbox(id) },
    UpdateExpression: 'SET #status = :pending, attempts = :none, gsi3pk = :pk, gsi3sk = :sk',
    ConditionExpression: '#status = :dead',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':pending': 'PENDING', ':dead': 'DEAD', ':none': 0, ':pk': gsi3pk, ':sk': gsi3sk },
  });
};

export const createOutboxRows = (table: Table): OutboxRows => ({
  async read(id) {
    const item = await getItem(table, keys.outbox(id));
    return item && outboxRowIn(item);
  },

  async markSent(id, at) {
    await happened(table.client.send(markSent(table, id, at)));
  },

  async markFailed(row, problem, at) {
    const next = retryAt(row.attempts + 1, at);
    await happened(table.client.send(markFailed(table, row, problem, at, next)));
    return next === null ? 'DEAD' : 'PENDING';
  },

  revive: (id, at) => happened(table.client.send(revive(table, id, at))),
});
