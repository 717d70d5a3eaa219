import { CreateTableCommand, DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { SendTaskSuccessCommand } from '@aws-sdk/client-sfn';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createDynamoDbLocal } from '../../engines/dynamodb-local.ts';
import { createFauxqs } from '../../engines/fauxqs.ts';
import { findJava } from '../../engines/java.ts';
import type { Part } from '../../runtime.ts';
import { freePorts } from '../../testing/free-ports.ts';
import { aResource } from '../../testing/resource.ts';
import { startFlows } from '../fixtures/flow-world.ts';

const credentials = { accessKeyId: 'operator', secretAccessKey: 'local' };
const onlyTask = (state: object) => ({ StartAt: 'T', States: { T: { Type: 'Task', End: true, ...state } } });

async function begun<Engine extends Part>(engine: Engine): Promise<Engine> {
  onTestFinished(() => engine.stop());
  await engine.start();
  return engine;
}

it('sends a message with the token in it, and waits for whoever reads it', async () => {
  const name = 'work';
  const port = await freePorts(1);
  const QueueUrl = `http://127.0.0.1:${port}/000000000000/${name}`;
  const arn = `arn:aws:sqs:us-east-1:000000000000:${name}`;
  const queue = { ...aResource('AWS::SQS::Queue', QueueUrl, {}), arn };
  const engine = await begun(createFauxqs({ port, queues: [queue], buckets: [] }));
  const asked: string[] = [];
  const { client, begin, ended } = await startFlows({
    machines: {
      M: onlyTask({
        Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
        Parameters: { QueueUrl, MessageBody: { 'token.$': '$$.Task.Token' } },
      }),
    },
    endpoint: engine.endpoint,
    authorize: (_role, action, resource) => {
      asked.push(`${action} ${resource}`);
      return true;
    },
  });
  const execution = await begin('M');
  const [message] = await vi.waitUntil(
    () => {
      const ready = engine.queues.inspectQueue(name)?.messages.ready ?? [];
      return ready.length > 0 ? ready : false;
    },
    { interval: 5 },
  );
  const { token } = JSON.parse(message?.body ?? '');
  await client.send(new SendTaskSuccessCommand({ taskToken: token, output: '"read"' }));
  expect((await ended(execution)).output).toBe('"read"');
  expect(asked).toEqual([`sqs:SendMessage ${arn}`]);
});

it('writes, changes, reads and deletes an item, and names a failed condition as AWS does', async () => {
  const engine = await begun(createDynamoDbLocal({ java: await findJava(), port: await freePorts(1), isBrief: true }));
  const dynamodb = new DynamoDBClient({ endpoint: engine.endpoint, region: 'us-east-1', credentials });
  onTestFinished(() => dynamodb.destroy());
  await dynamodb.send(
    new CreateTableCommand({
      TableName: 'Table',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    }),
  );
  const Key = { pk: { S: 'a' } };
  const update = { UpdateExpression: 'SET n = :two', ExpressionAttributeValues: { ':two': { N: '2' } } };
  const task = (action: string, parameters: object) =>
    onlyTask({ Resource: `arn:aws:states:::dynamodb:${action}`, Parameters: { TableName: 'Table', ...parameters } });
  const { run } = await startFlows({
    machines: {
      Put: task('putItem', { Item: { ...Key, n: { N: '1' } }, ConditionExpression: 'attribute_not_exists(pk)' }),
      Update: task('updateItem', { Key, ...update }),
      Get: task('getItem', { Key }),
      Delete: task('deleteItem', { Key }),
    },
    endpoint: engine.endpoint,
    authorize: (_role, action, resource) =>
      action !== 'dynamodb:DeleteItem' && resource === 'arn:aws:dynamodb:us-east-1:000000000000:table/Table',
  });
  expect((await run('Put')).status).toBe('SUCCEEDED');
  expect((await run('Put')).error).toBe('DynamoDB.ConditionalCheckFailedException');
  expect((await run('Update')).status).toBe('SUCCEEDED');
  expect(JSON.parse((await run('Get')).output ?? '')).toEqual({ Item: { ...Key, n: { N: '2' } } });
  expect((await run('Delete')).error).toBe('DynamoDB.AccessDeniedException');
  expect((await dynamodb.send(new GetItemCommand({ TableName: 'Table', Key }))).Item).toBeDefined();
});
