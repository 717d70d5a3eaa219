import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DeleteItemCommand, DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, DeleteObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import type { Runtime } from '../../local/start.ts';
import { createTable } from '../contract/engine/create-table.ts';

const run = promisify(execFile);

const environment = z.object({
  TABLE_NAME: z.string(),
  DATA_BUCKET: z.string(),
  REPORTS_BUCKET: z.string(),
  AWS_ENDPOINT_URL_DYNAMODB: z.string(),
  AWS_ENDPOINT_URL_S3: z.string(),
  AWS_REGION: z.string(),
  AWS_ACCESS_KEY_ID: z.string(),
  AWS_SECRET_ACCESS_KEY: z.string(),
});

export type Place = Pick<z.infer<typeof environment>, 'TABLE_NAME' | 'DATA_BUCKET' | 'REPORTS_BUCKET'>;

/** An operator at a terminal, with the rights of the account. */
export const operatorOf = ({ environment: given }: Runtime) => {
  const own = environment.parse(given);
  const access = {
    region: own.AWS_REGION,
    credentials: { accessKeyId: own.AWS_ACCESS_KEY_ID, secretAccessKey: own.AWS_SECRET_ACCESS_KEY },
  };
  const table = new DynamoDBClient({ ...access, endpoint: own.AWS_ENDPOINT_URL_DYNAMODB });
  const objects = new S3Client({ ...access, endpoint: own.AWS_ENDPOINT_URL_S3, forcePathStyle: true });
  return {
    place: { TABLE_NAME: own.TABLE_NAME, DATA_BUCKET: own.DATA_BUCKET, REPORTS_BUCKET: own.REPORTS_BUCKET },
    /** Runs one of the operator's commands on a place; what it says. Fails with what it says. */
    command: async (name: string, args: readonly string[], place: Partial<Place> = {}): Promise<string> => {
      const env = { ...process.env, ...given, ...place };
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
