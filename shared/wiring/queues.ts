import { createQueues, type QueueName } from '../adapters/sqs/queues.ts';
import type { Queues } from '../application/ports/deliveries.ts';
import { type EnvironmentName, env } from '../runtime/env.ts';

const urlIn: Readonly<Record<QueueName, EnvironmentName>> = {
  run: 'RUN_QUEUE_URL',
  'run-large': 'LARGE_RUN_QUEUE_URL',
  ingest: 'INGEST_QUEUE_URL',
  'ingest-large': 'LARGE_INGEST_QUEUE_URL',
  notify: 'NOTIFY_QUEUE_URL',
};

/** The queues a function declares to send to. */
export const queues = (...used: readonly QueueName[]): Queues =>
  createQueues({ urls: Object.fromEntries(used.map((queue) => [queue, env(urlIn[queue])])) });
