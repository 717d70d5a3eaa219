import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DeleteItemCommand, DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, DeleteObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import type { Runtime } from '../../local/start.ts';
import { createTable } from '../contract/engine/create-table.ts';
import { accountOf, type Place } from './account.ts';

const run = promisify(execFile);

/** An operator at a terminal, with the rights of the account. */
export const operatorOf = (runtime: Runtime) => {
  const { place: own, access, dynamodb, s3 } = accountOf(runtime);
  const table = new DynamoDBClient({ ...access, endpoint: dynamodb });
  const objects = new S3Client({ ...access, endpoint: s3, forcePathStyle: true });
  return {
    place: own,
    /** Runs one of the operator's commands on a place; what it says. Fails with what it says. */
    command: async (name: string, args: readonly string[], place: Partial<Place> = {}): Promise<string> => {
      const env = { ...process.env, ...runtime.environment, ...place };
      return (await run(process.execPath, [`functions/operator/${name}.ts`, ...args], { env, maxBuffer: 50_000_000 }))
        .stdout;
    },
    /** A table and buckets with nothing in them. */
    emptyPlace: async (suffix: string): Promise<Place> => {
      await createTable(table, `${own.TABLE_NAME}${suffix}`);
      const buckets = [own.DATA_BUCKET, own.REPORTS_BUCKET].map((name) => `${name}${suffix}`);
      for (const Bucket of buckets) await objects.send(new CreateBucketCommand({ Bucket }));
      const [DATA_BUCKET = '', REPORTS_BUCKET = ''] = buckets;
      return { TABLE_NAME: `${own.TABLE_NAME}${suffix}`, DATA_BUCKET, REPORTS_BUCKET };
    },
    /** Loses every item whose key fits, past everything that guards them; how many there were. */
    loseItems: async (pattern: RegExp): Promise<number> => {
      let lost = 0;
      for await (const { Items = [] } of paginateScan({ client: table }, { TableName: own.TABLE_NAME }))
        for (const { pk, sk } of Items) {
          if (!pk || !sk || !pattern.test(`${pk.S} / ${sk.S}`)) continue;
          await table.send(new DeleteItemCommand({ TableName: own.TABLE_NAME, Key: { pk, sk } }));
          lost += 1;
        }
      return lost;
    },
    /** The same for objects of the data bucket. */
    loseObjects: async (prefix: string): Promise<number> => {
      const { Contents = [] } = await objects.send(
        new ListObjectsV2Command({ Bucket: own.DATA_BUCKET, Prefix: prefix }),
      );
      for (const { Key } of Contents) await objects.send(new DeleteObjectCommand({ Bucket: own.DATA_BUCKET, Key }));
      return Contents.length;
    },
  };
};
