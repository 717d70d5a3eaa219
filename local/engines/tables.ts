import * as z from 'zod';
import type { Resource } from '../runtime.ts';
import { AwsJsonError, awsJson } from './aws-json.ts';

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));

const index = z.object({ IndexName: z.string(), KeySchema: keySchema, Projection: z.record(z.string(), z.unknown()) });

const tableProperties = z.object({
  KeySchema: keySchema,
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  GlobalSecondaryIndexes: z.array(index).optional(),
  LocalSecondaryIndexes: z.array(index).optional(),
  StreamSpecification: z.object({ StreamViewType: z.string() }).optional(),
});

/**
 * Creates the tables of the template that do not exist yet: keys, indexes and stream. Capacity, encryption, backups
 * and tags have no meaning here; time to live is left out on purpose, because the runtime's clock moves and the engine's does not.
 */
export async function createTables(endpoint: string, tables: readonly Resource[]): Promise<void> {
  await Promise.all(tables.map((table) => createTable(endpoint, table)));
}

export function partitionKey(table: Resource): string {
  const key = tableProperties.parse(table.properties).KeySchema.find(({ KeyType }) => KeyType === 'HASH');
  return key?.AttributeName ?? '';
}

async function createTable(endpoint: string, table: Resource): Promise<void> {
  const { StreamSpecification, ...shape } = tableProperties.parse(table.properties);
  const stream = StreamSpecification && { StreamEnabled: true, StreamViewType: StreamSpecification.StreamViewType };
  try {
    await awsJson(endpoint, 'DynamoDB_20120810.CreateTable', {
      ...shape,
      TableName: table.physicalId,
      BillingMode: 'PAY_PER_REQUEST',
      ...(stream ? { StreamSpecification: stream } : {}),
    });
  } catch (error) {
    const exists = error instanceof AwsJsonError && error.code === 'ResourceInUseException';
    if (!exists) throw error;
    await refuseOtherIndexes(endpoint, table.physicalId, shape.GlobalSecondaryIndexes ?? []);
  }
}

const describedTable = z.object({
  Table: z.object({ GlobalSecondaryIndexes: z.array(z.object({ IndexName: z.string() })).default([]) }),
});

/** A kept table of an older template would answer some queries with an error nobody understands. */
async function refuseOtherIndexes(
  endpoint: string,
  tableName: string,
  wanted: readonly { readonly IndexName: string }[],
): Promise<void> {
  const answer = await awsJson(endpoint, 'DynamoDB_20120810.DescribeTable', { TableName: tableName });
  const kept = describedTable.parse(answer).Table.GlobalSecondaryIndexes.map(({ IndexName }) => IndexName);
  const names = wanted.map(({ IndexName }) => IndexName);
  if (kept.sort().join() === names.sort().join()) return;
  throw new Error(`The kept table ${tableName} is of an older template: remove the kept data to start anew`);
}
