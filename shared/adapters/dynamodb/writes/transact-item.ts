import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Item } from '../parse-item.ts';
import type { TableKey } from '../keys.ts';
import type { Table } from '../table.ts';

/** One write or check of a transaction. Every one states what it expects. */
export type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

export const insertNew = (table: Table, item: Item): TransactItem => ({
  Put: { TableName: table.name, Item: item, ConditionExpression: 'attribute_not_exists(pk)' },
});

export const replaceAt = (table: Table, item: Item, version: number): TransactItem => ({
  Put: {
    TableName: table.name,
    Item: item,
    ConditionExpression: 'version = :version',
    ExpressionAttributeValues: { ':version': version },
  },
});

/** In place of one that is there, where another item of the same transaction says what it may be. */
export const replaceKnown = (table: Table, item: Item): TransactItem => ({
  Put: { TableName: table.name, Item: item, ConditionExpression: 'attribute_exists(pk)' },
});

/** Where a row's name is its content: whoever comes second changes nothing. */
export const keepFirst = (table: Table, { pk, sk }: TableKey, attribute: string, value: unknown): TransactItem => ({
  Update: {
    TableName: table.name,
    Key: { pk, sk },
    UpdateExpression: 'SET #attribute = if_not_exists(#attribute, :value)',
    ExpressionAttributeNames: { '#attribute': attribute },
    ExpressionAttributeValues: { ':value': value },
  },
});
