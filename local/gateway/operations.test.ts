import { describe, expect, it } from 'vitest';
import { dynamodbOperation } from './dynamodb-operation.ts';
import type { Call } from './operation.ts';
import { s3Operation } from './s3-operation.ts';
import { schedulerOperation, sesOperation, sqsOperation, statesOperation } from './service-operation.ts';

const table = 'arn:aws:dynamodb:us-east-1:000000000000:table/letters';

const json = (target: string, body: unknown): Call => ({
  method: 'POST',
  path: '/',
  headers: { 'x-amz-target': target },
  body: Buffer.from(JSON.stringify(body)),
});
const rest = (method: string, path: string, body = '', headers = {}): Call => ({
  method,
  path,
  headers,
  body: Buffer.from(body),
});

describe('the rights a call needs', () => {
  const dynamodb = (operation: string, body: object) =>
    dynamodbOperation(json(`DynamoDB_20120810.${operation}`, body), new Map([['letters', 'pk']])).rights;

  it('for an item name the table and the key', () => {
    expect(dynamodb('PutItem', { TableName: 'letters', Item: { pk: { S: 'A' }, x: { N: '1' } } })).toStrictEqual([
      { action: 'dynamodb:PutItem', resources: [table], context: { 'dynamodb:LeadingKeys': ['A'] } },
    ]);
  });

  it('for a query name the index, or the key it asks for', () => {
    expect(dynamodb('Query', { TableName: 'letters', IndexName: 'GSI1' })).toStrictEqual([
      { action: 'dynamodb:Query', resources: [`${table}/index/GSI1`] },
    ]);
    const query = {
      TableName: 'letters',
      KeyConditionExpression: '#k = :k AND begins_with(sk, :s)',
      ExpressionAttributeNames: { '#k': 'pk' },
      ExpressionAttributeValues: { ':k': { S: 'EVT#1' }, ':s': { S: 'x' } },
    };
    expect(dynamodb('Query', query)).toMatchObject([{ context: { 'dynamodb:LeadingKeys': ['EVT#1'] } }]);
  });

  it('for a transaction are those of its items', () => {
    const TransactItems = [
      { Put: { TableName: 'letters', Item: { pk: { S: 'A' } } } },
      { ConditionCheck: { TableName: 'letters', Key: { pk: { S: 'B' } } } },
    ];
    expect(dynamodb('TransactWriteItems', { TransactItems }).map(({ action }) => action)).toStrictEqual([
      'dynamodb:PutItem',
      'dynamodb:ConditionCheckItem',
    ]);
  });

  it('for a batch are its own on every table', () => {
    expect(dynamodb('BatchGetItem', { RequestItems: { letters: {}, other: {} } })).toHaveLength(2);
  });

  it('on objects follow from method and path', () => {
    const needed = (call: Call) => {
      const { name, rights } = s3Operation(call);
      return [name, ...rights.flatMap(({ action, resources }) => [action, ...resources])];
    };
    expect(needed(rest('GET', '/data/a%20b?x-id=GetObject'))).toStrictEqual([
      'GetObject',
      's3:GetObject',
      'arn:aws:s3:::data/a b',
    ]);
    expect(needed(rest('GET', '/data?list-type=2'))).toStrictEqual([
      'ListObjectsV2',
      's3:ListBucket',
      'arn:aws:s3:::data',
    ]);
    expect(needed(rest('POST', '/data/a?uploads'))).toStrictEqual([
      'CreateMultipartUpload',
      's3:PutObject',
      'arn:aws:s3:::data/a',
    ]);
    expect(needed(rest('PUT', '/data/b', '', { 'x-amz-copy-source': '/from/a' }))).toStrictEqual([
      'CopyObject',
      's3:PutObject',
      'arn:aws:s3:::data/b',
      's3:GetObject',
      'arn:aws:s3:::from/a',
    ]);
    expect(needed(rest('POST', '/data?delete', '<Delete><Object><Key>a</Key></Object></Delete>'))).toStrictEqual([
      'DeleteObjects',
      's3:DeleteObject',
      'arn:aws:s3:::data/a',
    ]);
  });

  it('on a queue are the same for a batch', () => {
    const call = json('AmazonSQS.SendMessageBatch', { QueueUrl: 'http://127.0.0.1:4601/000000000000/work' });
    expect(sqsOperation(call)).toStrictEqual({
      name: 'SendMessageBatch',
      rights: [{ action: 'sqs:SendMessage', resources: ['arn:aws:sqs:us-east-1:000000000000:work'] }],
    });
  });

  it('to answer a waiting task hold on the machine that waits', () => {
    const execution = 'arn:aws:states:us-east-1:000000000000:execution:Approval:evt-1';
    const tokenText = JSON.stringify([execution, '00000000-0000-4000-8000-000000000000']);
    const resourcesOf = (taskToken: string) =>
      statesOperation(json('AWSStepFunctions.SendTaskSuccess', { taskToken })).rights.map((one) => one.resources);
    expect(resourcesOf(Buffer.from(tokenText).toString('base64url'))).toStrictEqual([
      ['arn:aws:states:us-east-1:000000000000:stateMachine:Approval'],
    ]);
    expect(resourcesOf('no token')).toStrictEqual([['arn:aws:states:us-east-1:000000000000:stateMachine:*']]);
  });

  it('to make a schedule include handing its role on', () => {
    const body = JSON.stringify({ GroupName: 'timers', Target: { RoleArn: 'arn:role' } });
    const { name, rights } = schedulerOperation(rest('POST', '/schedules/remind', body));
    expect(name).toBe('CreateSchedule');
    expect(rights.map(({ action, resources }) => [action, ...resources])).toStrictEqual([
      ['scheduler:CreateSchedule', 'arn:aws:scheduler:us-east-1:000000000000:schedule/timers/remind'],
      ['iam:PassRole', 'arn:role'],
    ]);
  });

  it('to send mail hold for the address or its domain', () => {
    const body = JSON.stringify({ FromEmailAddress: 'Attest <attest@example.org>' });
    expect(sesOperation(rest('POST', '/v2/email/outbound-emails', body)).rights[0]?.resources).toStrictEqual([
      'arn:aws:ses:us-east-1:000000000000:identity/attest@example.org',
      'arn:aws:ses:us-east-1:000000000000:identity/example.org',
    ]);
  });
});
