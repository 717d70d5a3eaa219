import { isDeepStrictEqual } from 'node:util';
import { paginateScan, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Finding, Way } from '../../application/ports/bring-back.ts';
import { batchGet } from './drain-batch.ts';
import type { Item } from './parse-item.ts';
import type { Table } from './table.ts';

const readAtOnce = 100;

const keyOf = ({ pk, sk }: Item) => ({ pk: String(pk), sk: String(sk) });

const nameOf = (item: Item): string => `${String(item['pk'])} / ${String(item['sk'])}`;

const put = ({ client, name }: Table, item: Item, kind: Finding['kind']) =>
  client.send(
    new PutCommand({
      TableName: name,
      Item: item,
      ConditionExpression: kind === 'MISSING' ? 'attribute_not_exists(pk)' : 'attribute_exists(pk)',
    }),
  );

/** Compares a stage's table with a restored one, item by item, and brings back what the way allows. */
export const bringBackItems = async function* (from: Table, to: Table, way: Way): AsyncGenerator<Finding> {
  const pages = paginateScan({ client: from.client, pageSize: readAtOnce }, { TableName: from.name });
  for await (const { Items = [] } of pages) {
    const present = new Map((await batchGet(to, Items.map(keyOf))).map((item) => [nameOf(item), item]));
    for (const item of Items) {
      const found = present.get(nameOf(item));
      if (isDeepStrictEqual(found, item)) continue;
      const finding: Finding = { name: nameOf(item), kind: found === undefined ? 'MISSING' : 'DIFFERENT' };
      if (way === 'REPLACE' || (way === 'MISSING' && finding.kind === 'MISSING')) await put(to, item, finding.kind);
      yield finding;
    }
  }
};
