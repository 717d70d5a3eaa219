import type { AttributeValue, AttributeValues } from '../../contract/engine/attribute-values.ts';
import type { IndexName } from './items.ts';
import { required } from './items.ts';
import {
  indexes,
  partitionKey,
  type PutRequest,
  type SimulatedTable,
  sortKey,
  type TransactRequest,
  type UpdateRequest,
} from './table.ts';

interface QueryRequest {
  readonly IndexName?: IndexName;
  readonly KeyConditionExpression: string;
  readonly ExpressionAttributeNames: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues: AttributeValues;
  readonly Limit?: number;
  readonly ScanIndexForward?: boolean;
  readonly ExclusiveStartKey?: AttributeValues;
}

interface BatchRequest {
  readonly RequestItems: Readonly<Record<string, { readonly Keys: readonly AttributeValues[] }>>;
}

interface ScanRequest {
  readonly Segment: number;
  readonly TotalSegments: number;
}

const textOf = (value: AttributeValue | undefined): string => {
  if (value === undefined || !('S' in value)) throw new Error('a key condition compares texts');
  return value.S;
};

const order = (left: string, right: string): number => (left === right ? 0 : left < right ? -1 : 1);

/** Items with the same sort key, as indexes may have, stand in the order of their own keys. */
const placeOf = (item: AttributeValues, sort: string): string =>
  [required(item, sort), required(item, partitionKey), required(item, sortKey)].join(' ');

const query = (table: SimulatedTable, now: number, request: QueryRequest) => {
  const { IndexName: name, ExpressionAttributeValues: values, KeyConditionExpression: condition } = request;
  const keys = indexes.find((index) => index.name === name) ?? { partitionKey, sortKey };
  const partition = textOf(values[':pk']);
  const all = name === undefined ? table.items.partition(partition) : table.items.inIndex(name, partition, now);
  const given = values[':sk'];
  const wanted = (sort: string): boolean => {
    if (given === undefined) return true;
    if (condition.includes('begins_with')) return sort.startsWith(textOf(given));
    return condition.includes('>=') ? sort >= textOf(given) : sort <= textOf(given);
  };
  const forward = request.ScanIndexForward !== false;
  const sorted = all
    .filter((item) => wanted(required(item, keys.sortKey)))
    .toSorted((left, right) => order(placeOf(left, keys.sortKey), placeOf(right, keys.sortKey)) * (forward ? 1 : -1));
  const start = request.ExclusiveStartKey && placeOf(request.ExclusiveStartKey, keys.sortKey);
  const after = sorted.filter((item) => {
    if (start === undefined) return true;
    const place = order(placeOf(item, keys.sortKey), start);
    return forward ? place > 0 : place < 0;
  });
  const { Limit = after.length } = request;
  const Items = after.slice(0, Limit);
  const last = Items.at(-1);
  if (last === undefined || after.length < Limit || Limit === 0 || request.Limit === undefined) return { Items };
  const names: readonly string[] = [partitionKey, sortKey, keys.partitionKey, keys.sortKey];
  return { Items, LastEvaluatedKey: Object.fromEntries(Object.entries(last).filter(([one]) => names.includes(one))) };
};

/** A partition lies whole in one of the segments, and in no other. */
const segmentOf = (partition: string, segments: number): number =>
  Array.from(partition).reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % segments;

const scan = (table: SimulatedTable, { Segment, TotalSegments }: ScanRequest) => ({
  Items: table.items.all().filter((item) => segmentOf(required(item, partitionKey), TotalSegments) === Segment),
});

/** The table as its client asks it: the operation's name and its body, the answer's body. */
export const askTable = (table: SimulatedTable, now: number, operation: string, text: string): unknown => {
  const body = JSON.parse(text);
  switch (operation) {
    case 'GetItem': {
      const Item = table.items.get(body.Key);
      return Item === undefined ? {} : { Item };
    }
    case 'BatchGetItem': {
      const { RequestItems }: BatchRequest = body;
      const found = Object.entries(RequestItems).map(([name, { Keys }]) => [
        name,
        Keys.map((key) => table.items.get(key)).filter((item) => item !== undefined),
      ]);
      return { Responses: Object.fromEntries(found), UnprocessedKeys: {} };
    }
    case 'Query':
      return query(table, now, body);
    case 'Scan':
      return scan(table, body);
    case 'PutItem': {
      const request: PutRequest = body;
      table.put(request);
      return {};
    }
    case 'UpdateItem': {
      const request: UpdateRequest & { readonly ReturnValues?: string } = body;
      const Attributes = table.update(request);
      return request.ReturnValues === 'ALL_NEW' ? { Attributes } : {};
    }
    case 'TransactWriteItems': {
      const request: TransactRequest = body;
      table.transact(request);
      table.remember(request);
      return {};
    }
    default:
      throw new Error(`the simulated table does no ${operation}`);
  }
};
