import * as z from 'zod';
import type { IdempotencyRecord } from '../../application/ports/unit-of-work.ts';
import { type Instant, millisOf } from '../../kernel/instant.ts';
import { keys } from './keys.ts';
import { pack, unpack } from './packing.ts';
import { parseItem } from './parse-item.ts';
import { getItem } from './read-items.ts';
import type { Table } from './table.ts';
import type { TransactItem } from './writes/transact-item.ts';

const hoursKept = 48;

const secondsOf = (instant: Instant): number => Math.floor(millisOf(instant) / 1000);

/**
 * Ruling J: written with the effect it records, and marked with the transaction, so that one whose reply was lost knows its
 * own. A record past its time is as good as none, whatever TTL has done about it.
 */
export const recordWrite = (
  table: Table,
  { principal, operation, key, bodyHash, answer }: IdempotencyRecord,
  writtenBy: string,
  now: Instant,
): TransactItem => ({
  Put: {
    TableName: table.name,
    Item: {
      ...keys.idempotency(principal, operation, key),
      writtenBy,
      bodyHash,
      answer: pack(answer ?? null),
      expiresAt: secondsOf(now) + hoursKept * 3600,
    },
    ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now',
    ExpressionAttributeValues: { ':now': secondsOf(now) },
  },
});

const stored = z.object({
  bodyHash: z.string(),
  answer: z.instanceof(Uint8Array),
  expiresAt: z.int(),
});

export const findRecord = async (
  table: Table,
  { principal, operation, key }: Pick<IdempotencyRecord, 'principal' | 'operation' | 'key'>,
  now: Instant,
): Promise<IdempotencyRecord | undefined> => {
  const item = await getItem(table, keys.idempotency(principal, operation, key));
  if (!item) return undefined;
  const { bodyHash, answer, expiresAt } = parseItem(stored, item);
  if (expiresAt <= secondsOf(now)) return undefined;
  return { principal, operation, key, bodyHash, answer: unpack(answer) };
};
