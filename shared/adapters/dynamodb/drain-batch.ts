import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import { chunksOf } from '../../kernel/chunks-of.ts';
import type { Item } from './parse-item.ts';
import type { TableKey } from './keys.ts';
import type { Table } from './table.ts';

const batchSize = 100;
const maxRounds = 8;

/**
 * Items by key, strongly consistent, in no order; absent ones are left out. The table may leave keys of a batch
 * unprocessed: they are asked for again, and it is a fault when some are left after eight rounds.
 */
export const batchGet = async (table: Table, keys: readonly TableKey[]): Promise<readonly Item[]> => {
  const distinct = [...new Map(keys.map((key) => [JSON.stringify([key.pk, key.sk]), key])).values()];
  const items: Item[] = [];
  for (const chunk of chunksOf(distinct, batchSize)) items.push(...(await drainOne(table, chunk)));
  return items;
};

const drainOne = async (table: Table, keys: readonly TableKey[]): Promise<readonly Item[]> => {
  const items: Item[] = [];
  let left: Record<string, unknown>[] = keys.map(({ pk, sk }) => ({ pk, sk }));
  for (let round = 1; left.length > 0; round += 1) {
    if (round > maxRounds)
      throw new Error(`${left.length} of ${keys.length} keys are unprocessed after ${maxRounds} rounds`);
    if (round > 1) await table.pause(round);
    const { Responses, UnprocessedKeys } = await table.client.send(
      new BatchGetCommand({ RequestItems: { [table.name]: { Keys: left, ConsistentRead: true } } }),
    );
    items.push(...(Responses?.[table.name] ?? []));
    left = UnprocessedKeys?.[table.name]?.Keys ?? [];
  }
  return items;
};
