import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import type { Runtime } from '../../local/start.ts';
import { openTable } from '../../shared/adapters/dynamodb/table.ts';
import { createTableRows } from '../../shared/adapters/dynamodb/table-rows.ts';
import { createObjectStore } from '../../shared/adapters/s3/object-store.ts';
import type { TableRow } from '../../shared/application/ports/table-rows.ts';
import { instantOf } from '../../shared/kernel/instant.ts';
import { inMemoryParts, verify, violationsIn } from '../../shared/verification/verify.ts';
import { accountOf, type Place } from './account.ts';

/** What `npm run verify` would find wrong with a running system, judged by the system's own clock: its sentences, or nothing. */
export const unsoundIn = async (runtime: Runtime, place: Partial<Place> = {}): Promise<readonly string[]> => {
  const { access, dynamodb, s3, ...own } = accountOf(runtime);
  const { TABLE_NAME, DATA_BUCKET, REPORTS_BUCKET } = { ...own.place, ...place };
  const table = new DynamoDBClient({ ...access, endpoint: dynamodb });
  const objects = new S3Client({ ...access, endpoint: s3, forcePathStyle: true });
  const clock = { now: () => instantOf(runtime.clock.now()) };
  const buckets = { data: DATA_BUCKET, reports: REPORTS_BUCKET };
  try {
    const rows: TableRow[] = [];
    for await (const row of createTableRows(openTable(TABLE_NAME, table)).all()) rows.push(row);
    const world = { now: clock.now(), live: true, objects: createObjectStore({ client: objects, clock, buckets }) };
    return violationsIn(await verify(inMemoryParts(rows), world));
  } finally {
    table.destroy();
    objects.destroy();
  }
};
