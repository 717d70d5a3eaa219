import * as z from 'zod';
import { arnOf } from '../assembly/identity.ts';
import { type Call, type NeededRight, type Operation, targetOperation } from './operation.ts';

const item = z.record(z.string(), z.record(z.string(), z.unknown()));

const action = z.object({ TableName: z.string(), Key: item.optional(), Item: item.optional() });

const input = z.object({
  TableName: z.string().optional(),
  IndexName: z.string().optional(),
  Key: item.optional(),
  Item: item.optional(),
  KeyConditionExpression: z.string().optional(),
  ExpressionAttributeNames: z.record(z.string(), z.string()).default({}),
  ExpressionAttributeValues: item.default({}),
  TransactItems: z.array(z.record(z.string(), action)).optional(),
  RequestItems: z.record(z.string(), z.unknown()).optional(),
});

type Input = z.infer<typeof input>;

const transactActions: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

/**
 * The rights of a call to the table: a transaction needs the right of each of its items, as on AWS, never one of its own.
 * @param partitionKeys table name to the name of its partition key, for conditions on `dynamodb:LeadingKeys`
 */
export function dynamodbOperation(call: Call, partitionKeys: ReadonlyMap<string, string>): Operation {
  const name = targetOperation(call);
  const body = input.parse(JSON.parse(call.body.toString()));
  return { name, rights: rightsOf(name, body, partitionKeys) };
}

function rightsOf(name: string, body: Input, partitionKeys: ReadonlyMap<string, string>): NeededRight[] {
  const leading = (table: string, key: Input['Key']) => {
    const [value] = Object.values(key?.[partitionKeys.get(table) ?? ''] ?? {});
    return typeof value === 'string' ? { context: { 'dynamodb:LeadingKeys': [value] } } : {};
  };
  if (body.TransactItems) {
    return body.TransactItems.flatMap(Object.entries<z.infer<typeof action>>).map(
      ([kind, { TableName, Key, Item }]) => ({
        action: `dynamodb:${transactActions[kind] ?? kind}`,
        resources: [tableArn(TableName)],
        ...leading(TableName, Key ?? Item),
      }),
    );
  }
  if (body.RequestItems) {
    return Object.keys(body.RequestItems).map((table) => ({
      action: `dynamodb:${name}`,
      resources: [tableArn(table)],
    }));
  }
  const table = body.TableName ?? '*';
  const key = body.Key ?? body.Item ?? queriedKey(body);
  const resource = body.IndexName ? `${tableArn(table)}/index/${body.IndexName}` : tableArn(table);
  return [{ action: `dynamodb:${name}`, resources: [resource], ...(body.IndexName ? {} : leading(table, key)) }];
}

/** The attributes a query compares by `=`, of which the partition key must be one. */
function queriedKey(body: Input): Input['Key'] {
  const equations = (body.KeyConditionExpression ?? '').matchAll(/(#?\w+)\s*=\s*(:\w+)/g);
  return Object.fromEntries(
    [...equations].map(([, left = '', right = '']) => [
      body.ExpressionAttributeNames[left] ?? left,
      body.ExpressionAttributeValues[right] ?? {},
    ]),
  );
}

function tableArn(nameOrArn: string): string {
  return nameOrArn.startsWith('arn:') ? nameOrArn : arnOf('dynamodb', `table/${nameOrArn}`);
}
