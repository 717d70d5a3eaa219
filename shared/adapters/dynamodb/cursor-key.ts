import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { keys } from './keys.ts';
import { parseItem } from './parse-item.ts';
import { getItem } from './read-items.ts';
import type { Table } from './table.ts';

const row = z.object({ secret: z.string().min(43) });

/** The random key that signs cursors: whoever asks first makes it, everybody gets the same. */
export const cursorKey = async (table: Table): Promise<string> => {
  const known = await getItem(table, keys.cursorKey());
  if (known) return parseItem(row, known).secret;
  const { Attributes = {} } = await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: { ...keys.cursorKey() },
      UpdateExpression: 'SET #secret = if_not_exists(#secret, :secret)',
      ExpressionAttributeNames: { '#secret': 'secret' },
      ExpressionAttributeValues: { ':secret': randomBytes(32).toString('base64url') },
      ReturnValues: 'ALL_NEW',
    }),
  );
  return parseItem(row, Attributes).secret;
};
