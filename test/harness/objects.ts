import { GetObjectCommand, PutObjectCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import type { TestSystem } from './system.ts';

const environment = z.object({
  DATA_BUCKET: z.string(),
  REPORTS_BUCKET: z.string(),
  UPLOADS_BUCKET: z.string(),
  AWS_ENDPOINT_URL_S3: z.string(),
  AWS_REGION: z.string(),
  AWS_ACCESS_KEY_ID: z.string(),
  AWS_SECRET_ACCESS_KEY: z.string(),
});

/** What an operator sees and does in a bucket, past every door of ours. */
export const bucketOf = (system: TestSystem, bucket: 'DATA_BUCKET' | 'REPORTS_BUCKET' | 'UPLOADS_BUCKET') => {
  const given = environment.parse(system.runtime.environment);
  const client = new S3Client({
    endpoint: given.AWS_ENDPOINT_URL_S3,
    region: given.AWS_REGION,
    forcePathStyle: true,
    credentials: { accessKeyId: given.AWS_ACCESS_KEY_ID, secretAccessKey: given.AWS_SECRET_ACCESS_KEY },
  });
  const Bucket = given[bucket];
  return {
    keys: async (Prefix: string): Promise<readonly string[]> => {
      const keys: string[] = [];
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket, Prefix }))
        keys.push(...Contents.flatMap(({ Key }) => Key ?? []));
      return keys;
    },
    put: async (Key: string, Body: string): Promise<void> => {
      await client.send(new PutObjectCommand({ Bucket, Key, Body }));
    },
    text: async (Key: string): Promise<string> => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      return (await Body?.transformToString()) ?? '';
    },
  };
};
