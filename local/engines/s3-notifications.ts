import type { buildApp } from 'fauxqs';
import * as z from 'zod';
import type { SqsStore } from '../../node_modules/fauxqs/dist/sqs/sqsStore.js';
import { region } from '../assembly/identity.ts';
import type { Resource } from '../runtime.ts';
import { sendToQueue } from './queues-and-buckets.ts';
import { objectOf } from './s3-guard.ts';

type Server = ReturnType<typeof buildApp>;

const told = z.object({
  Event: z.literal('s3:ObjectCreated:*'),
  Queue: z.string(),
  Filter: z.object({ S3Key: z.object({ Rules: z.array(z.object({ Name: z.literal('prefix'), Value: z.string() })) }) }),
});

const bucketProperties = z.object({
  NotificationConfiguration: z.object({ QueueConfigurations: z.array(told) }).optional(),
});

const encoded = (key: string): string => encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/');

const message = (bucket: string, key: string, size: number, count: number): string =>
  JSON.stringify({
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: region,
        eventName: 'ObjectCreated:Put',
        s3: {
          s3SchemaVersion: '1.0',
          bucket: { name: bucket },
          object: { key: encoded(key), size, sequencer: sequencerOf(count) },
        },
      },
    ],
  });

// Grows with every object, over restarts too.
const sequencerOf = (count: number): string =>
  `${Date.now().toString(16).padStart(12, '0')}${count.toString(16).padStart(6, '0')}`.toUpperCase();

/** Tells the queues the template names of objects that arrive below their prefixes, as S3 does. */
export function notifyOfObjects(
  app: Server,
  queues: SqsStore,
  buckets: readonly Resource[],
  sizeOf: (bucket: string, key: string) => number,
): void {
  const configured = new Map(
    buckets.map(({ physicalId, properties }) => [
      physicalId,
      bucketProperties.parse(properties).NotificationConfiguration?.QueueConfigurations ?? [],
    ]),
  );
  let count = 0;
  app.addHook('onResponse', (request, reply, done) => {
    const { bucket, key, query } = objectOf(request.url);
    const isWhole =
      request.method === 'PUT' ? !query.has('uploadId') : request.method === 'POST' && query.has('uploadId');
    if (key !== '' && isWhole && reply.statusCode === 200)
      for (const { Queue, Filter } of configured.get(bucket) ?? []) {
        if (!Filter.S3Key.Rules.every(({ Value }) => key.startsWith(Value))) continue;
        count += 1;
        sendToQueue(queues, Queue, { body: message(bucket, key, sizeOf(bucket, key), count) });
      }
    done();
  });
}
