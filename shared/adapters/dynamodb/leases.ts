import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type Lease, type Leases, leaseSeconds } from '../../application/ports/leases.ts';
import type { RunId } from '../../kernel/ids.ts';
import { type Instant, instantFromMillis, millisOf } from '../../kernel/instant.ts';
import { happened } from './conditional.ts';
import { idOf, instant } from './entities/primitives.ts';
import { keys, listedAs } from './keys.ts';
import { type Item, parseItem } from './parse-item.ts';
import type { Table } from './table.ts';

const rowSchema = z.object({ runId: idOf<RunId>(), owner: z.string(), endsAt: instant });

export const leaseIn = (item: Item): Lease => parseItem(rowSchema, item);

const endOf = (now: Instant): Instant => instantFromMillis(millisOf(now) + leaseSeconds * 1000);

/** A lease is an item beside its run, in the due list from the moment it ends. The clock is the caller's. */
export const createLeases = (table: Table): Leases => ({
  take(runId, owner, now) {
    const lease: Lease = { runId, owner, endsAt: endOf(now) };
    return happened(
      table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: { ...keys.lease(runId), ...listedAs.due(runId, lease.endsAt), ...lease },
          ConditionExpression: 'attribute_not_exists(pk) OR #owner = :owner OR endsAt <= :now',
          ExpressionAttributeNames: { '#owner': 'owner' },
          ExpressionAttributeValues: { ':owner': owner, ':now': now },
        }),
      ),
    );
  },

  renew(runId, owner, now) {
    return happened(
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: { ...keys.lease(runId) },
          UpdateExpression: 'SET endsAt = :end, gsi3sk = :end',
          ConditionExpression: '#owner = :owner',
          ExpressionAttributeNames: { '#owner': 'owner' },
          ExpressionAttributeValues: { ':owner': owner, ':end': endOf(now) },
        }),
      ),
    );
  },

  async release(runId, owner) {
    await happened(
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: { ...keys.lease(runId) },
          // No function may delete items: a released lease stays as one that nobody holds and that ended long ago.
          UpdateExpression: 'SET #owner = :nobody, endsAt = :past REMOVE gsi3pk, gsi3sk',
          ConditionExpression: '#owner = :owner',
          ExpressionAttributeNames: { '#owner': 'owner' },
          ExpressionAttributeValues: { ':owner': owner, ':nobody': '', ':past': instantFromMillis(0) },
        }),
      ),
    );
  },
});
