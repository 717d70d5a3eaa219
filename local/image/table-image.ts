import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import { awsJson } from '../engines/aws-json.ts';

/** An item in its wire form: attribute name to `{S: ..}`, `{N: ..}` and so on. */
export type WireItem = Readonly<Record<string, unknown>>;

const wireItem = z.record(z.string(), z.unknown());

export const wireItems = z.array(wireItem);

const scanAnswer = z.object({ Items: wireItems.default([]), LastEvaluatedKey: z.unknown().optional() });

export async function dumpTable(endpoint: string, tableName: string): Promise<WireItem[]> {
  const items: WireItem[] = [];
  let from: unknown;
  do {
    const input = {
      TableName: tableName,
      ConsistentRead: true,
      ...(from === undefined ? {} : { ExclusiveStartKey: from }),
    };
    const page = scanAnswer.parse(await awsJson(endpoint, 'DynamoDB_20120810.Scan', input));
    items.push(...page.Items);
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return items;
}

const writeAnswer = z.object({ UnprocessedItems: z.record(z.string(), z.array(z.unknown())).default({}) });

/** Puts the items into the table, replacing equal keys. Throws when the engine keeps refusing some of them. */
export async function restoreTable(endpoint: string, tableName: string, items: readonly WireItem[]): Promise<void> {
  const batches = chunksOf(items, largestBatch);
  const lane = async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      await writeAll(
        endpoint,
        tableName,
        batch.map((Item) => ({ PutRequest: { Item } })),
      );
    }
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
}

const largestBatch = 25;

async function writeAll(endpoint: string, tableName: string, requests: readonly unknown[]): Promise<void> {
  let rest = requests;
  for (let attempt = 0; rest.length > 0; attempt += 1) {
    if (attempt === 8) throw new Error(`${tableName}: ${rest.length} items stayed unprocessed`);
    if (attempt > 0) await delay(25 * 2 ** attempt);
    const answer = await awsJson(endpoint, 'DynamoDB_20120810.BatchWriteItem', { RequestItems: { [tableName]: rest } });
    rest = writeAnswer.parse(answer).UnprocessedItems[tableName] ?? [];
  }
}

function chunksOf<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
