import { CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { tableSchema } from '../../../shared/adapters/dynamodb/table-schema.ts';

const { partitionKey, sortKey, indexes } = tableSchema;

const keySchema = (keys: { readonly partitionKey: string; readonly sortKey: string }) => [
  { AttributeName: keys.partitionKey, KeyType: 'HASH' as const },
  { AttributeName: keys.sortKey, KeyType: 'RANGE' as const },
];

/** The deployed table, as the schema says it. */
export const createTable = async (client: DynamoDBClient, name: string): Promise<void> => {
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [tableSchema, ...indexes].flatMap((keys) =>
        [keys.partitionKey, keys.sortKey].map((attribute) => ({
          AttributeName: attribute,
          AttributeType: 'S' as const,
        })),
      ),
      KeySchema: keySchema({ partitionKey, sortKey }),
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keySchema(index),
        Projection: { ProjectionType: tableSchema.indexProjection },
      })),
    }),
  );
};
