import { isDeepStrictEqual } from 'node:util';
import {
  type AttributeValue,
  BatchGetItemCommand,
  type DynamoDBClient,
  type KeysAndAttributes,
  paginateScan,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Finding, Way } from '../../application/ports/bring-back.ts';

type Item = Readonly<Record<string, AttributeValue>>;

const readAtOnce = 100;

const keyOf = ({ pk, sk }: Item): Record<string, AttributeValue> => ({ ...(pk && { pk }), ...(sk && { sk }) });

const nameOf = (item: Item): string => `${item['pk']?.S} / ${item['sk']?.S}`;

/** The same items as they are in another table, by name. */
const presentIn = async (
  client: DynamoDBClient,
  table: string,
  items: readonly Item[],
): Promise<ReadonlyMap<string, Item>> => {
  const present = new Map<string, Item>();
  let wanted: Record<string, KeysAndAttributes> = { [table]: { Keys: items.map(keyOf), ConsistentRead: true } };
  while (Object.keys(wanted).length > 0) {
    const { Responses, UnprocessedKeys = {} } = await client.send(new BatchGetItemCommand({ RequestItems: wanted }));
    for (const item of Responses?.[table] ?? []) present.set(nameOf(item), item);
    wanted = UnprocessedKeys;
  }
  return present;
};

const put = (client: DynamoDBClient, table: string, item: Item, kind: Finding['kind']) =>
  client.send(
    new PutItemCommand({
      TableName: table,
      Item: item,
      ConditionExpression: kind === 'MISSING' ? 'attribute_not_exists(pk)' : 'attribute_exists(pk)',
    }),
  );

/** Compares a stage's table with a restored one, item by item, and brings back what the way allows. */
export const bringBackItems = async function* (
  client: DynamoDBClient,
  { from, to }: { readonly from: string; readonly to: string },
  way: Way,
): AsyncGenerator<Finding> {
  for await (const { Items = [] } of paginateScan({ client, pageSize: readAtOnce }, { TableName: from })) {
    if (Items.length === 0) continue;
    const present = await presentIn(client, to, Items);
    for (const item of Items) {
      const found = present.get(nameOf(item));
      if (isDeepStrictEqual(found, item)) continue;
      const finding: Finding = { name: nameOf(item), kind: found === undefined ? 'MISSING' : 'DIFFERENT' };
      if (way === 'REPLACE' || (way === 'MISSING' && finding.kind === 'MISSING'))
        await put(client, to, item, finding.kind);
      yield finding;
    }
  }
};
