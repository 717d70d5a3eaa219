import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { unpack } from '../../shared/adapters/dynamodb/packing.ts';
import { bucketOf } from './objects.ts';
import { stateDir } from './seeded.ts';
import type { Passed, TestSystem } from './system.ts';

const environment = z.object({
  TABLE_NAME: z.string(),
  AWS_ENDPOINT_URL_DYNAMODB: z.string(),
  AWS_REGION: z.string(),
  AWS_ACCESS_KEY_ID: z.string(),
  AWS_SECRET_ACCESS_KEY: z.string(),
});

/** An item as text, with what is packed in it. */
const textOf = (item: unknown): string =>
  JSON.stringify(item, (_name, value: unknown) =>
    value instanceof Uint8Array ? [Buffer.from(value).toString('latin1'), unpacked(value)] : value,
  );

const unpacked = (bytes: Uint8Array): unknown => {
  try {
    return unpack(bytes);
  } catch {
    return null;
  }
};

async function* tableItems(system: TestSystem): AsyncGenerator<Passed> {
  const given = environment.parse(system.runtime.environment);
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: given.AWS_ENDPOINT_URL_DYNAMODB,
      region: given.AWS_REGION,
      credentials: { accessKeyId: given.AWS_ACCESS_KEY_ID, secretAccessKey: given.AWS_SECRET_ACCESS_KEY },
    }),
  );
  for await (const { Items = [] } of paginateScan({ client }, { TableName: given.TABLE_NAME }))
    for (const item of Items) yield [`table ${String(item['pk'])} ${String(item['sk'])}`, textOf(item)];
}

function* files(folder: string): Generator<Passed> {
  for (const name of readdirSync(folder)) yield [name, readFileSync(join(folder, name), 'utf8')];
}

async function* objectNames(system: TestSystem): AsyncGenerator<Passed> {
  for (const bucket of ['DATA_BUCKET', 'REPORTS_BUCKET', 'UPLOADS_BUCKET'] as const)
    yield [`names of objects ${bucket}`, (await bucketOf(system, bucket).keys('')).join('\n')];
}

/**
 * Everything a running system keeps or says besides the contents of its buckets: the functions' logs, the flows' histories
 * and the schedules, every item of the table, every message that went into a queue of whatever kind, every line of a request,
 * every presigned address, the names of objects, and mail. One place and its text at a time.
 */
export async function* tracesOf(system: TestSystem): AsyncGenerator<Passed> {
  yield* files(join(stateDir, 'logs'));
  yield* files(join(stateDir, 'state'));
  yield* tableItems(system);
  yield* objectNames(system);
  yield* system.overheard;
  yield ['mail', await (await fetch(`${system.origin}/_local/mail`)).text()];
}
