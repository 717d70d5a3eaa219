import { expect, it } from 'vitest';
import { dynamodbOperation } from '../gateway/dynamodb-operation.ts';
import { writesIn } from './writes-in.ts';

const tableArn = 'arn:aws:dynamodb:us-east-1:000000000000:table/t';

const writesOf = (name: string, input: object) =>
  writesIn(
    dynamodbOperation(
      {
        method: 'POST',
        path: '/',
        headers: { 'x-amz-target': `DynamoDB_20120810.${name}` },
        body: Buffer.from(JSON.stringify(input)),
      },
      new Map([['t', 'pk']]),
    ).rights,
  );

const keyed = (pk: string) => ({ pk: { S: pk }, sk: { S: 'x' } });

it('tells every item that a transaction writes by its partition key, and none that it checks', () => {
  const items = [
    { Put: { TableName: 't', Item: keyed('a') } },
    { Update: { TableName: 't', Key: keyed('b') } },
    { Delete: { TableName: 't', Key: keyed('c') } },
    { ConditionCheck: { TableName: 't', Key: keyed('d') } },
  ];
  expect(writesOf('TransactWriteItems', { TransactItems: items })).toStrictEqual(
    ['a', 'b', 'c'].map((partitionKey) => ({ tableArn, partitionKey })),
  );
});

it('tells a single write, of a batch only its table, and of a read nothing', () => {
  expect(writesOf('PutItem', { TableName: 't', Item: keyed('a') })).toStrictEqual([{ tableArn, partitionKey: 'a' }]);
  expect(writesOf('BatchWriteItem', { RequestItems: { t: [] } })).toStrictEqual([
    { tableArn, partitionKey: undefined },
  ]);
  expect(writesOf('GetItem', { TableName: 't', Key: keyed('a') })).toStrictEqual([]);
  expect(writesOf('BatchGetItem', { RequestItems: { t: {} } })).toStrictEqual([]);
});
