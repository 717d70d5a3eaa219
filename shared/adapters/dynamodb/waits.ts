import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { firstWaitCheckAt, type Wait, type Waits } from '../../application/ports/waits.ts';
import type { CertificationEventId, OrganizationId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { happened } from './conditional.ts';
import { count, idOf, instant } from './entities/primitives.ts';
import { keys, listedAs } from './keys.ts';
import { type Item, parseItem } from './parse-item.ts';
import { getItem } from './read-items.ts';
import type { Table } from './table.ts';

const rowSchema = z.object({
  key: z.strictObject({
    certificationEventId: idOf<CertificationEventId>(),
    organizationId: idOf<OrganizationId>(),
  }),
  sentSequence: count,
  token: z.string(),
  registeredAt: instant,
  answeredAt: instant.nullable(),
});

/** Undefined when it was answered. */
export const openWaitIn = (item: Item): Wait | undefined => {
  const { answeredAt, ...wait } = parseItem(rowSchema, item);
  return answeredAt === null ? wait : undefined;
};

const dueAt = ({ key, sentSequence }: Wait, at: Instant) =>
  listedAs.due(`${key.certificationEventId}/${key.organizationId}/${sentSequence}`, at);

const sameToken = (table: Table, { key, sentSequence, token }: Wait) => ({
  TableName: table.name,
  Key: { ...keys.wait(key, sentSequence) },
  ConditionExpression: '#token = :token AND answeredAt = :never',
  ExpressionAttributeNames: { '#token': 'token' },
  values: { ':token': token, ':never': null },
});

export const createWaits = (table: Table): Waits => ({
  async register(wait) {
    const { key, sentSequence, registeredAt } = wait;
    await happened(
      table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: {
            ...keys.wait(key, sentSequence),
            ...dueAt(wait, firstWaitCheckAt(registeredAt)),
            ...wait,
            answeredAt: null,
          },
          ConditionExpression: 'attribute_not_exists(pk) OR registeredAt <= :registeredAt',
          ExpressionAttributeValues: { ':registeredAt': registeredAt },
        }),
      ),
    );
  },

  async open(key, sentSequence) {
    const item = await getItem(table, keys.wait(key, sentSequence));
    return item && openWaitIn(item);
  },

  async markAnswered(wait, at) {
    const { values, ...condition } = sameToken(table, wait);
    await happened(
      table.client.send(
        new UpdateCommand({
          ...condition,
          UpdateExpression: 'SET answeredAt = :at REMOVE gsi3pk, gsi3sk',
          ExpressionAttributeValues: { ...values, ':at': at },
        }),
      ),
    );
  },

  async postpone(wait, until) {
    const { values, ...condition } = sameToken(table, wait);
    await happened(
      table.client.send(
        new UpdateCommand({
          ...condition,
          UpdateExpression: 'SET gsi3sk = :until',
          ExpressionAttributeValues: { ...values, ':until': until },
        }),
      ),
    );
  },
});
