import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSignInDirectory } from '../../shared/adapters/cognito/sign-in-directory.ts';
import { createSchedules } from '../../shared/adapters/scheduler/schedules.ts';
import { createMail } from '../../shared/adapters/ses/mail.ts';
import { createQueues } from '../../shared/adapters/sqs/queues.ts';
import { createWorkflows } from '../../shared/adapters/stepfunctions/workflows.ts';
import { certificationEventId, runId, uploadId, userId } from '../../shared/kernel/ids.ts';
import { bearCreek } from '../builders/people.ts';
import { moment } from '../builders/time.ts';
import { type OpenedServices, openObjectsAndQueues } from './engine/open-objects-and-queues.ts';
import { type ScriptedService, scriptedService } from './engine/scripted-service.ts';

let service: ScriptedService;
beforeAll(async () => {
  service = await scriptedService();
});
afterAll(() => service.close());
beforeEach(() => {
  service.calls.length = 0;
  service.replies.length = 0;
});

describe('a message to a queue', () => {
  let opened: OpenedServices;
  beforeAll(async () => {
    opened = await openObjectsAndQueues(5200);
  });
  afterAll(() => opened.engine.stop());

  const received = async (queue: string) => {
    const { Messages = [] } = await opened.sqs.send(new ReceiveMessageCommand({ QueueUrl: opened.queueUrl(queue) }));
    return Messages.map(({ Body = '' }) => JSON.parse(Body));
  };

  it('names its run or upload only, and shares a group with its district', async () => {
    const groups: unknown[] = [];
    opened.sqs.middlewareStack.add((next) => (args) => {
      if ('MessageGroupId' in args.input) groups.push(args.input.MessageGroupId);
      return next(args);
    });
    const urls = {
      run: opened.queueUrl('run'),
      'run-large': opened.queueUrl('run-large'),
      ingest: opened.queueUrl('ingest'),
      'ingest-large': opened.queueUrl('ingest-large'),
    };
    const queues = createQueues({ client: opened.sqs, urls });
    await queues.sendRun({ runId: runId('run_1'), districtId: bearCreek, engine: 'SMALL' });
    await queues.sendRun({ runId: runId('run_2'), districtId: bearCreek, engine: 'LARGE' });
    await queues.sendIngest({ uploadId: uploadId('upl_1'), organizationId: bearCreek, engine: 'SMALL' });
    await queues.sendIngest({ uploadId: uploadId('upl_2'), organizationId: bearCreek, engine: 'LARGE' });
    expect(await received('run')).toEqual([{ version: 1, runId: 'run_1' }]);
    expect(await received('run-large')).toEqual([{ version: 1, runId: 'run_2' }]);
    expect(await received('ingest')).toEqual([{ version: 1, uploadId: 'upl_1' }]);
    expect(await received('ingest-large')).toEqual([{ version: 1, uploadId: 'upl_2' }]);
    // The engine takes the group of a standard queue's message and does not give it back.
    expect(groups).toEqual(['255903', '255903', '255903', '255903']);
  });

  it('of notifications carries the work as it is', async () => {
    const queues = createQueues({ client: opened.sqs, urls: { notify: opened.queueUrl('notify') } });
    const work = { version: 1, type: 'DRAIN_WAITS', certificationEventId: certificationEventId('evt_1') } as const;
    await queues.sendNotification(work);
    expect(await received('notify')).toEqual([work]);
    const run = { runId: runId('run_1'), districtId: bearCreek, engine: 'SMALL' } as const;
    await expect(queues.sendRun(run)).rejects.toThrow('declares no use of the run queue');
  });
});

describe('a workflow', () => {
  const workflows = () =>
    createWorkflows({ client: new SFNClient(service.client), machines: { publish: 'arn:publish' } });

  it('is started under its name, and one that exists counts as started', async () => {
    service.replies.push({ status: 200 }, { status: 400, error: 'ExecutionAlreadyExists' });
    await workflows().start('publish', 'evt_1-1-1', { version: 1 });
    await workflows().start('publish', 'evt_1-1-1', { version: 1 });
    expect(service.calls[0]).toEqual({
      operation: 'AWSStepFunctions.StartExecution',
      body: { stateMachineArn: 'arn:publish', name: 'evt_1-1-1', input: '{"version":1}' },
    });
    expect(service.calls).toHaveLength(2);
    await expect(workflows().start('approval', 'x', {})).rejects.toThrow('approval machine');
  });

  it.each(['TaskTimedOut', 'TaskDoesNotExist'])('that waits no longer (%s) counts as answered', async (error) => {
    service.replies.push({ status: 400, error });
    await workflows().answer('token', { outcome: 'APPROVED' });
    expect(service.calls).toEqual([
      {
        operation: 'AWSStepFunctions.SendTaskSuccess',
        body: { taskToken: 'token', output: '{"outcome":"APPROVED"}' },
      },
    ]);
  });

  it('that cannot be started or answered is a fault', async () => {
    const refused = { status: 400, error: 'InvalidToken' };
    service.replies.push(refused, { status: 400, error: 'StateMachineDoesNotExist' });
    await expect(workflows().answer('token', {})).rejects.toThrow('as told');
    await expect(workflows().start('publish', 'x', {})).rejects.toThrow('as told');
  });
});

describe('a schedule', () => {
  const schedules = () =>
    createSchedules({
      client: new SchedulerClient(service.client),
      groupName: 'attest',
      target: { functionArn: 'arn:fire', roleArn: 'arn:role', deadLetterQueueArn: 'arn:dead' },
    });

  it('calls once with timer and version, never early, and deletes itself', async () => {
    await schedules().arm('evt_1-FULL', 3, moment('2026-05-10T12:00:00.001Z'));
    expect(service.calls[0]?.operation).toBe('POST /schedules/evt_1-FULL.3');
    expect(service.calls[0]?.body).toMatchObject({
      GroupName: 'attest',
      ScheduleExpression: 'at(2026-05-10T12:00:01)',
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      Target: {
        Arn: 'arn:fire',
        RoleArn: 'arn:role',
        Input: '{"timerId":"evt_1-FULL","version":3}',
        DeadLetterConfig: { Arn: 'arn:dead' },
      },
    });
  });

  it('that exists, or is gone already, is as wished', async () => {
    service.replies.push({ status: 409, error: 'ConflictException' });
    await schedules().arm('evt_1-FULL', 3, moment('2026-05-10'));
    service.replies.push({ status: 404, error: 'ResourceNotFoundException' });
    await schedules().disarm('evt_1-FULL', 3);
    expect(service.calls[1]?.operation).toMatch(/^DELETE \/schedules\/evt_1-FULL\.3\?.*groupName=attest/);
  });

  it('that cannot be made is a fault', async () => {
    service.replies.push({ status: 404, error: 'ResourceNotFoundException' });
    await expect(schedules().arm('evt_1-FULL', 3, moment('2026-05-10'))).rejects.toThrow('as told');
  });
});

describe('an account', () => {
  const directory = () =>
    createSignInDirectory({ client: new CognitoIdentityProviderClient(service.client), userPoolId: 'pool' });
  const ana = { userId: userId('ana'), email: 'ana@example.org', name: 'Ana Test' };
  const operations = () => service.calls.map(({ operation }) => operation.replace(/^.*\./, ''));

  it('is created with its address, or opened again with the one of today', async () => {
    await directory().enable(ana);
    expect(service.calls[0]?.body).toMatchObject({ UserPoolId: 'pool', Username: 'ana' });
    service.replies.push({ status: 400, error: 'UsernameExistsException' });
    await directory().enable(ana);
    expect(operations()).toEqual([
      'AdminCreateUser',
      'AdminCreateUser',
      'AdminUpdateUserAttributes',
      'AdminEnableUser',
    ]);
    expect(service.calls[2]?.body).toMatchObject({
      Username: 'ana',
      UserAttributes: expect.arrayContaining([
        { Name: 'email', Value: 'ana@example.org' },
        { Name: 'name', Value: 'Ana Test' },
      ]),
    });
  });

  it('is closed, even when there is none', async () => {
    service.replies.push({ status: 400, error: 'UserNotFoundException' });
    await directory().disable(ana.userId);
    expect(operations()).toEqual(['AdminDisableUser']);
    service.replies.push({ status: 400, error: 'NotAuthorizedException' });
    await expect(directory().disable(ana.userId)).rejects.toThrow('as told');
  });
});

describe('a mail', () => {
  it('is sent as plain text from the agency', async () => {
    const mail = createMail({ client: new SESv2Client(service.client), from: 'attest@example.org' });
    await mail.send({ to: 'ana@example.org', subject: 'Prüfung', text: 'Open' });
    expect(service.calls[0]?.body).toMatchObject({
      FromEmailAddress: 'attest@example.org',
      Destination: { ToAddresses: ['ana@example.org'] },
      Content: { Simple: { Subject: { Data: 'Prüfung' }, Body: { Text: { Data: 'Open' } } } },
    });
  });
});
