import type { SqsStore } from '../../node_modules/fauxqs/dist/sqs/sqsStore.js';
import { resourcesOfType } from '../assembly/assembly.ts';
import type { Resource } from '../runtime.ts';
import { queueName } from './queues-and-buckets.ts';

/** How many messages a queue holds: to be had now, with a consumer, and not due yet. */
export interface QueueState {
  readonly queue: string;
  readonly ready: number;
  readonly inFlight: number;
  readonly delayed: number;
  /** Whether a function takes them; else they wait for an operator. */
  readonly consumed: boolean;
}

export function queueStates(store: SqsStore, resources: readonly Resource[]): QueueState[] {
  const sources = resourcesOfType(resources, 'AWS::Lambda::EventSourceMapping').map(
    ({ properties }) => properties['EventSourceArn'],
  );
  return resourcesOfType(resources, 'AWS::SQS::Queue').map((queue) => {
    const messages = store.inspectQueue(queueName(queue))?.messages;
    return {
      queue: queueName(queue),
      ready: messages?.ready.length ?? 0,
      inFlight: messages?.inflight.length ?? 0,
      delayed: messages?.delayed.length ?? 0,
      consumed: sources.includes(queue.arn),
    };
  });
}

/** The bodies a queue holds, whoever has them at the moment. */
export function messagesIn(store: SqsStore, queue: string): string[] {
  const { ready = [], inflight = [], delayed = [] } = store.inspectQueue(queue)?.messages ?? {};
  return [...ready, ...inflight.map(({ message }) => message), ...delayed].map(({ body }) => body);
}
