import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeleteItemCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateScheduleCommand, DeleteScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { pack } from '../../shared/adapters/dynamodb/packing.ts';
import { accountOf } from './account.ts';
import { bucketOf } from './objects.ts';
import { stateDir } from './seeded.ts';
import type { TestSystem } from './system.ts';

/** Puts a word where a careless product would, a way for every kind of place: past the product, with the rights of the account. */
export const plantsIn = (system: TestSystem) => {
  const { environment } = system.runtime;
  const { access, s3: endpoint, place } = accountOf(system.runtime);
  const at = { ...access, endpoint };
  const queueUrl = (name: string) => (environment['RUN_QUEUE_URL'] ?? '').replace(/[^/]*$/, name);
  const table = new DynamoDBClient({ ...access, endpoint: environment['AWS_ENDPOINT_URL_DYNAMODB'] ?? '' });
  const row = { pk: { S: 'PLANT#1' }, sk: { S: 'PLANT' } };
  const send = async (MessageBody: string, attribute: string): Promise<void> => {
    const MessageAttributes = { about: { DataType: 'String', StringValue: attribute } };
    // A queue that nobody takes from: the product has no such message.
    const QueueUrl = queueUrl('attest-dev-outbox-dead');
    await new SQSClient(at).send(new SendMessageCommand({ QueueUrl, MessageBody, MessageAttributes }));
  };
  const log = join(stateDir, 'logs', 'attest-dev-api-events.log');
  return {
    log: async (word: string) => appendFileSync(log, `{"said":"${word}"}\n`),
    history: async (word: string) => {
      const input = JSON.stringify({ version: word });
      const stateMachineArn = environment['SNAPSHOT_MACHINE_ARN'];
      await new SFNClient(at).send(new StartExecutionCommand({ stateMachineArn, input }));
    },
    schedule: async (word: string) => {
      const scheduler = new SchedulerClient(at);
      const Input = JSON.stringify({ word });
      const name = { GroupName: environment['SCHEDULE_GROUP_NAME'], Name: 'planted' };
      const Target = { Arn: environment['FIRE_FUNCTION_ARN'], RoleArn: environment['SCHEDULE_ROLE_ARN'], Input };
      const when = { FlexibleTimeWindow: { Mode: 'OFF' }, ScheduleExpression: 'at(2099-01-01T00:00:00)' } as const;
      await scheduler.send(new CreateScheduleCommand({ ...name, ...when, Target }));
      await scheduler.send(new DeleteScheduleCommand(name));
    },
    row: async (word: string) => {
      const Item = { ...row, packed: { B: pack({ word }) } };
      await table.send(new PutItemCommand({ TableName: place.TABLE_NAME, Item }));
    },
    deadLetter: (word: string) => send(JSON.stringify({ word }), 'plant'),
    attribute: (word: string) => send('{}', word),
    /** Nobody's place: the product tells the state's people of a file it can do nothing with. */
    object: (word: string) => bucketOf(system, 'UPLOADS_BUCKET').put(`drop/${word}.csv`, 'rows'),
    address: async (word: string) => {
      const client = new S3Client({ ...at, forcePathStyle: true });
      await fetch(await getSignedUrl(client, new GetObjectCommand({ Bucket: place.REPORTS_BUCKET, Key: word })));
    },
    request: async (word: string) => {
      await fetch(`${system.origin}/v1/organizations?cursor=${Buffer.from(word).toString('base64url')}`);
    },
    /** No item of ours: nobody would find the table sound with it. */
    clear: async () => {
      await table.send(new DeleteItemCommand({ TableName: place.TABLE_NAME, Key: row }));
    },
    mail: async (word: string) => {
      const mail = { Simple: { Subject: { Data: 'Planted' }, Body: { Text: { Data: word } } } };
      const to = { FromEmailAddress: 'attest@example.org', Destination: { ToAddresses: ['dana@example.org'] } };
      await new SESv2Client(at).send(new SendEmailCommand({ ...to, Content: mail }));
    },
  };
};
