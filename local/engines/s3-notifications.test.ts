import { buildApp } from 'fauxqs';
import { beforeEach, expect, it } from 'vitest';
import { S3Store } from '../../node_modules/fauxqs/dist/s3/s3Store.js';
import { SnsStore } from '../../node_modules/fauxqs/dist/sns/snsStore.js';
import { SqsStore } from '../../node_modules/fauxqs/dist/sqs/sqsStore.js';
import { aResource } from '../testing/resource.ts';
import { notifyOfObjects } from './s3-notifications.ts';

const arn = 'arn:aws:sqs:us-east-1:000000000000:ingest';
const NotificationConfiguration = {
  QueueConfigurations: [
    {
      Event: 's3:ObjectCreated:*',
      Queue: arn,
      Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'drop/' }] } },
    },
  ],
};

let app: ReturnType<typeof buildApp>;
let queues: SqsStore;

beforeEach(async () => {
  const s3Store = new S3Store();
  queues = new SqsStore();
  s3Store.createBucket('uploads');
  queues.createQueue('ingest', 'http://127.0.0.1/0/ingest', arn, {});
  app = buildApp({ logger: false, stores: { sqsStore: queues, snsStore: new SnsStore(), s3Store } });
  const buckets = [aResource('AWS::S3::Bucket', 'uploads', { NotificationConfiguration })];
  notifyOfObjects(app, queues, buckets, (bucket, key) => s3Store.headObject(bucket, key).contentLength);
  await app.ready();
  return () => app.close();
});

const put = (url: string, body: string) =>
  app.inject({ method: 'PUT', url, body, headers: { 'content-type': 'text/plain' } });
const told = (): readonly { readonly key: string; readonly size: number; readonly sequencer: string }[] =>
  (queues.getQueueByArn(arn)?.dequeue(10) ?? []).map(({ Body }) => JSON.parse(Body).Records[0].s3.object);

it('tells the queue of an object below the prefix, each time it is put, and of no other', async () => {
  await put('/uploads/drop/district/a%20b.csv', 'four');
  await put('/uploads/drop/district/a%20b.csv', 'fiver');
  await put('/uploads/uploads/255903/upl_1', 'data');
  const [first, second, ...more] = told();
  expect(more).toEqual([]);
  expect([first?.key, first?.size, second?.size]).toEqual(['drop/district/a+b.csv', 4, 5]);
  expect(first?.sequencer).not.toBe(second?.sequencer);
});

it('tells of an object in parts when it is whole', async () => {
  const started = await app.inject({ method: 'POST', url: '/uploads/drop/big?uploads' });
  const id = /<UploadId>(.*)<\/UploadId>/.exec(started.body)?.[1] ?? '';
  const part = await put(`/uploads/drop/big?partNumber=1&uploadId=${id}`, 'part');
  expect(told()).toEqual([]);
  const body = `<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>${part.headers.etag}</ETag></Part></CompleteMultipartUpload>`;
  await app.inject({
    method: 'POST',
    url: `/uploads/drop/big?uploadId=${id}`,
    body,
    headers: { 'content-type': 'application/xml' },
  });
  expect(told()).toMatchObject([{ key: 'drop/big', size: 4 }]);
});
