import * as z from 'zod';
import type { S3Store } from '../../node_modules/fauxqs/dist/s3/s3Store.js';
import { type SqsQueue, SqsStore } from '../../node_modules/fauxqs/dist/sqs/sqsStore.js';
import type { Overhear, Resource } from '../runtime.ts';

const attribute = z.coerce.string().optional();

const queueProperties = z.object({
  ContentBasedDeduplication: attribute,
  DelaySeconds: attribute,
  FifoQueue: attribute,
  MaximumMessageSize: attribute,
  MessageRetentionPeriod: attribute,
  ReceiveMessageWaitTimeSeconds: attribute,
  VisibilityTimeout: attribute,
  RedrivePolicy: z
    .object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() })
    .transform((policy) => JSON.stringify(policy))
    .optional(),
});

/** Creates the queues that do not exist yet; one that does (kept from an earlier start) takes the template's attributes. */
export function createQueues(store: SqsStore, queues: readonly Resource[], overhear: Overhear): void {
  for (const queue of queues) {
    const attributes = queueAttributes(queue);
    const existing = store.getQueueByName(queueName(queue));
    existing?.setAttributes(attributes);
    tap(existing ?? store.createQueue(queueName(queue), queue.physicalId, queue.arn ?? '', attributes), overhear);
  }
}

/** Whoever puts a message there, a caller, a bucket, a schedule or the queue before it, it comes this way. */
function tap(queue: SqsQueue, overhear: Overhear): void {
  const enqueue = queue.enqueue.bind(queue);
  queue.enqueue = (message) => {
    const { body, messageAttributes, messageGroupId, messageDeduplicationId } = message;
    const around = [messageAttributes, messageGroupId, messageDeduplicationId];
    overhear(`queue ${queue.name}`, `${body}\n${JSON.stringify(around)}`);
    enqueue(message);
  };
}

export function createBuckets(store: S3Store, buckets: readonly Resource[]): void {
  for (const bucket of buckets) store.createBucket(bucket.physicalId);
}

/** The physical id of a queue is its URL, whose last segment is the name. */
export function queueName(queue: Resource): string {
  return queue.physicalId.slice(queue.physicalId.lastIndexOf('/') + 1);
}

/** Puts a message into a queue by its ARN, as a service of AWS would. Throws when there is no such queue. */
export function sendToQueue(
  store: SqsStore,
  queueArn: string,
  message: { body: string; groupId?: string | undefined; attributes?: Readonly<Record<string, string>> },
): void {
  const queue = store.getQueueByArn(queueArn);
  if (!queue) throw new Error(`There is no queue ${queueArn}`);
  const attributes = Object.entries(message.attributes ?? {}).map(
    ([name, value]) => [name, { DataType: 'String', StringValue: value }] as const,
  );
  queue.enqueue(SqsStore.createMessage(message.body, Object.fromEntries(attributes), undefined, message.groupId));
}

function queueAttributes(queue: Resource): Record<string, string> {
  const known = queueProperties.parse(queue.properties);
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}
