import { GetCommand, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Page, PageRequest } from '../../application/ports/store.ts';
import type { Item } from './parse-item.ts';
import type { Partition, TableKey } from './keys.ts';
import { pageMark, startAfter } from './page-mark.ts';
import type { Table } from './table.ts';
import { tableSchema } from './table-schema.ts';

/** One item, strongly consistent. Undefined means there is none. */
export const getItem = async (table: Table, key: TableKey): Promise<Item | undefined> => {
  const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }));
  return Item;
};

export interface ReadOptions {
  /** Indexes are never consistent; the base table on demand, for twice the units. */
  readonly consistent?: boolean;
  readonly newestFirst?: boolean;
  /** Only up to this sort key, included. */
  readonly upTo?: string;
  /** Only from this sort key on, included. */
  readonly since?: string;
}

const sortTest = ({ beginsWith }: Partition, { upTo, since }: ReadOptions) => {
  if (upTo !== undefined) return { test: '#sk <= :sk', sort: upTo };
  if (since !== undefined) return { test: '#sk >= :sk', sort: since };
  return { test: 'begins_with(#sk, :sk)', sort: beginsWith };
};

const conditionOn = (partition: Partition, options: ReadOptions): Partial<QueryCommandInput> => {
  const index = tableSchema.indexes.find(({ name }) => name === partition.index) ?? tableSchema;
  const { test, sort } = sortTest(partition, options);
  return {
    ...(partition.index === undefined ? {} : { IndexName: partition.index }),
    KeyConditionExpression: sort === undefined ? '#pk = :pk' : `#pk = :pk AND ${test}`,
    ExpressionAttributeNames: { '#pk': index.partitionKey, ...(sort === undefined ? {} : { '#sk': index.sortKey }) },
    ExpressionAttributeValues: { ':pk': partition.pk, ...(sort === undefined ? {} : { ':sk': sort }) },
  };
};

const queryFor = (table: Table, partition: Partition, options: ReadOptions): QueryCommandInput => ({
  TableName: table.name,
  ...conditionOn(partition, options),
  ConsistentRead: options.consistent === true,
  ScanIndexForward: options.newestFirst !== true,
});

/** Reads on until `limit` items are there or the partition ends: the table answers at most 1 MB at a time. */
const drain = async (table: Table, query: QueryCommandInput, limit: number): Promise<readonly Item[]> => {
  const items: Item[] = [];
  let from = query.ExclusiveStartKey;
  do {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new QueryCommand({
        ...query,
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
        ...(limit === Infinity ? {} : { Limit: limit - items.length }),
      }),
    );
    items.push(...Items);
    from = LastEvaluatedKey;
  } while (from !== undefined && items.length < limit);
  return items;
};

export const queryAll = (table: Table, partition: Partition, options: ReadOptions = {}): Promise<readonly Item[]> =>
  drain(table, queryFor(table, partition, options), Infinity);

export const queryFirst = (
  table: Table,
  partition: Partition,
  limit: number,
  options: ReadOptions = {},
): Promise<readonly Item[]> => drain(table, queryFor(table, partition, options), limit);

/** One item more than asked is read, so that `next` says truly whether there is more. */
export const queryPage = async (
  table: Table,
  partition: Partition,
  { limit, from }: PageRequest,
  options: ReadOptions = {},
): Promise<Page<Item>> => {
  const query = queryFor(table, partition, options);
  const items = await drain(table, { ...query, ...startAfter(from) }, limit + 1);
  const page = items.slice(0, limit);
  const last = page.at(-1);
  return { items: page, next: last && items.length > limit ? pageMark(last, partition.index) : undefined };
};

/** One page of what is wanted among the items of a partition, which is read on until the page is full. */
export const queryWanted = async <Read>(
  table: Table,
  partition: Partition,
  { limit, from }: PageRequest,
  read: (item: Item) => Read | undefined,
  options: ReadOptions = {},
): Promise<Page<Read>> => {
  const query = { ...queryFor(table, partition, options), ...startAfter(from) };
  const found: { readonly item: Item; readonly read: Read }[] = [];
  let start = query.ExclusiveStartKey;
  do {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new QueryCommand({ ...query, ...(start === undefined ? {} : { ExclusiveStartKey: start }) }),
    );
    for (const item of Items) {
      const one = read(item);
      if (one !== undefined) found.push({ item, read: one });
    }
    start = LastEvaluatedKey;
  } while (start !== undefined && found.length <= limit);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((one) => one.read),
    next: last && found.length > limit ? pageMark(last.item, partition.index) : undefined,
  };
};
