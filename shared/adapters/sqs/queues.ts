import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Queues } from '../../application/ports/deliveries.ts';
import { clientConfiguration } from '../client-configuration.ts';

export type QueueName = 'run' | 'run-large' | 'ingest' | 'ingest-large' | 'notify';

interface Parts {
  readonly client?: SQSClient;
  /** URLs of the queues this function uses. */
  readonly urls: Readonly<Partial<Record<QueueName, string>>>;
}

/**
 * Standard queues: messages may come twice and in any order, and name things only. On a standard queue `MessageGroupId`
 * asks for fairness between groups, not for order (ruling I).
 */
export const createQueues = ({ client = new SQSClient(clientConfiguration), urls }: Parts): Queues => {
  const send = async (queue: QueueName, message: object, group?: string): Promise<void> => {
    const url = urls[queue];
    if (url === undefined) throw new Error(`this function declares no use of the ${queue} queue`);
    await client.send(
      new SendMessageCommand({
        QueueUrl: url,
        MessageBody: JSON.stringify(message),
        ...(group === undefined ? {} : { MessageGroupId: group }),
      }),
    );
  };
  return {
    sendRun: ({ runId, districtId, engine }) =>
      send(engine === 'LARGE' ? 'run-large' : 'run', { version: 1, runId }, districtId),
    sendIngest: ({ uploadId, organizationId, engine }) =>
      send(engine === 'LARGE' ? 'ingest-large' : 'ingest', { version: 1, uploadId }, organizationId),
    sendNotification: (work) => send('notify', work),
  };
};
