import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { type Authorize, type Integration, requireGrant } from './integrate.ts';
import { asService } from './service-failure.ts';

type AttributeMap = NonNullable<ConstructorParameters<typeof GetItemCommand>[0]['Key']>;

const attributeMap = z.custom<AttributeMap>((value) => typeof value === 'object' && value !== null);
const common = z.looseObject({ TableName: z.string() });
const keyed = common.extend({ Key: attributeMap });

/** get, put, update and delete of one item, attribute values as the API writes them. */
export function dynamodbIntegrations(
  client: DynamoDBClient,
  authorize: Authorize,
): Readonly<Record<string, Integration>> {
  const integration =
    (action: string, send: (input: unknown) => Promise<object>): Integration =>
    (input, machine) => {
      const tableArn = `arn:aws:dynamodb:us-east-1:000000000000:table/${common.parse(input).TableName}`;
      requireGrant(authorize, machine, 'DynamoDB.AccessDeniedException', `dynamodb:${action}`, tableArn);
      return asService('DynamoDB', send(input));
    };
  return {
    'dynamodb:getItem': integration('GetItem', (input) => client.send(new GetItemCommand(keyed.parse(input)))),
    'dynamodb:putItem': integration('PutItem', (input) =>
      client.send(new PutItemCommand(common.extend({ Item: attributeMap }).parse(input))),
    ),
    'dynamodb:updateItem': integration('UpdateItem', (input) => client.send(new UpdateItemCommand(keyed.parse(input)))),
    'dynamodb:deleteItem': integration('DeleteItem', (input) => client.send(new DeleteItemCommand(keyed.parse(input)))),
  };
}
