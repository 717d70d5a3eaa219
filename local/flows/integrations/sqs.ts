import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { type Authorize, type Integration, requireGrant } from './integrate.ts';
import { asService } from './service-failure.ts';

const attributes = z.record(z.string(), z.object({ DataType: z.string(), StringValue: z.string() }));
const inputSchema = z.object({
  QueueUrl: z.string(),
  MessageBody: z.unknown(),
  MessageGroupId: z.string().optional(),
  MessageDeduplicationId: z.string().optional(),
  DelaySeconds: z.int().optional(),
  MessageAttributes: attributes.optional(),
});

/** `sqs:sendMessage`; a body that is no text is sent as JSON. */
export function sqsIntegrations(client: SQSClient, authorize: Authorize): Readonly<Record<string, Integration>> {
  return {
    'sqs:sendMessage': async (input, machine) => {
      const { MessageBody: body, ...message } = inputSchema.parse(input);
      const queueArn = `arn:aws:sqs:us-east-1:000000000000:${message.QueueUrl.split('/').at(-1)}`;
      requireGrant(authorize, machine, 'SQS.AccessDeniedException', 'sqs:SendMessage', queueArn);
      const MessageBody = typeof body === 'string' ? body : JSON.stringify(body);
      return asService('SQS', client.send(new SendMessageCommand({ ...message, MessageBody })));
    },
  };
}
