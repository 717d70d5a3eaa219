import { CreateScheduleCommand, GetScheduleCommand, UpdateScheduleCommand } from '@aws-sdk/client-scheduler';
import { expect, it, vi } from 'vitest';
import {
  begin,
  deadLettersArn,
  functionArn,
  machineArn,
  oneTime,
  queueArn,
  roleArn,
  startScheduler,
} from './fixtures/schedule-world.ts';
import { aResource } from '../testing/resource.ts';

const after = (minutes: number) => new Date(begin.getTime() + minutes * 60_000);
const minuteOf = (instant: Date) => instant.toISOString().slice(0, 16);
const sweep = (expression: string) =>
  aResource('AWS::Scheduler::Schedule', 'sweep', {
    GroupName: 'timers',
    ScheduleExpression: expression,
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Arn: functionArn, RoleArn: roleArn, Input: '{}' },
  });

it('fires a timer once when the clock is moved past it, and deletes it', async () => {
  const { scheduler, clock, calls, create } = await startScheduler();
  await create();
  await clock.moveTo(after(59));
  expect(calls).toEqual([]);
  await clock.moveTo(after(60));
  expect(calls).toEqual([{ target: functionArn, sent: { timerId: 'timer-1', version: 1 } }]);
  await scheduler.fireDue();
  expect(calls).toHaveLength(1);
  expect(scheduler.schedules()).toEqual([]);
});

it('has delivered everything when moving the clock resolves', async () => {
  let finished = 0;
  const { clock, create } = await startScheduler({
    perform: async () => {
      await new Promise(setImmediate);
      finished += 1;
    },
  });
  for (const Name of ['a', 'b', 'c']) await create({ Name });
  await clock.moveTo(after(61));
  expect(finished).toBe(3);
});

it('fires a timer on the tick of the host when its time simply comes', async () => {
  const { clock, calls, client } = await startScheduler();
  await client.send(new CreateScheduleCommand(oneTime('soon', new Date(clock.now().getTime() + 1000))));
  await vi.waitUntil(() => calls.length > 0, { timeout: 5000 });
  expect(calls).toHaveLength(1);
});

it.each(['rate(5 minutes)', 'cron(0/5 * * * ? *)'])(
  'runs a sweep of %s once however far the clock is moved',
  async (expression) => {
    const { scheduler, clock, calls } = await startScheduler({ schedules: [sweep(expression)] });
    await clock.moveTo(after(10_001));
    expect(calls).toEqual([{ target: functionArn, sent: {} }]);
    await clock.moveTo(after(10_004));
    expect(calls).toHaveLength(1);
    await clock.moveTo(after(10_006));
    expect(calls).toHaveLength(2);
    expect(scheduler.schedules()[0]?.nextAt).toContain(minuteOf(after(10_010)));
  },
);

it('keeps a completed schedule that was not to be deleted, and never fires it again', async () => {
  const { clock, calls, client, create } = await startScheduler();
  const Name = await create({ ActionAfterCompletion: 'NONE' });
  await clock.moveTo(after(61));
  await clock.moveTo(after(200));
  expect(calls).toHaveLength(1);
  expect((await client.send(new GetScheduleCommand({ Name, GroupName: 'timers' }))).State).toBe('ENABLED');
});

it('fires nothing that is disabled', async () => {
  const { clock, calls, create, client } = await startScheduler();
  await create({ State: 'DISABLED' });
  await clock.moveTo(after(61));
  expect(calls).toEqual([]);
  await client.send(new UpdateScheduleCommand({ ...oneTime('timer-1', after(70)), State: 'ENABLED' }));
  await clock.moveTo(after(71));
  expect(calls).toHaveLength(1);
});

it('fires at the new time after an update, not at the old one', async () => {
  const { clock, calls, create, client } = await startScheduler();
  await create();
  await client.send(new UpdateScheduleCommand(oneTime('timer-1', after(120))));
  await clock.moveTo(after(61));
  expect(calls).toEqual([]);
  await clock.moveTo(after(121));
  expect(calls).toHaveLength(1);
});

it('lets the target create its own successor under the same name', async () => {
  const world = await startScheduler({
    perform: async () => {
      if (world.calls.length === 1) await world.client.send(new CreateScheduleCommand(oneTime('timer-1', after(180))));
    },
  });
  await world.create();
  await world.clock.moveTo(after(61));
  expect(world.scheduler.schedules()).toMatchObject([{ name: 'timer-1', nextAt: after(180).toISOString() }]);
  await world.clock.moveTo(after(181));
  expect(world.calls).toHaveLength(2);
});

it('starts a state machine and sends to a queue', async () => {
  const { clock, calls, messages, create } = await startScheduler();
  await create({ Name: 'machine', Target: { Arn: machineArn, RoleArn: roleArn, Input: '{"a":1}' } });
  await create({
    Name: 'queue',
    Target: { Arn: queueArn, RoleArn: roleArn, Input: 'plain', SqsParameters: { MessageGroupId: 'g' } },
  });
  await clock.moveTo(after(61));
  expect(calls).toEqual([{ target: machineArn, sent: '{"a":1}' }]);
  expect(messages).toEqual([{ queue: queueArn, message: { body: 'plain', groupId: 'g', attributes: {} } }]);
});

it('fills in what the input asks of the schedule, and sends an event where there is no input', async () => {
  const { clock, calls, create } = await startScheduler();
  const Input =
    '{"arn":"<aws.scheduler.schedule-arn>","at":"<aws.scheduler.scheduled-time>","try":"<aws.scheduler.attempt-number>"}';
  await create({ Name: 'asking', Target: { Arn: functionArn, RoleArn: roleArn, Input } });
  await clock.moveTo(after(61));
  const arn = 'arn:aws:scheduler:us-east-1:000000000000:schedule/timers/asking';
  expect(calls[0]?.sent).toEqual({ arn, at: '2090-09-01T01:00:00Z', try: '1' });
  await create({
    Name: 'silent',
    ScheduleExpression: 'at(2090-09-01T02:00:00)',
    Target: { Arn: functionArn, RoleArn: roleArn },
  });
  await clock.moveTo(after(121));
  expect(calls[1]?.sent).toMatchObject({ source: 'aws.scheduler', time: '2090-09-01T02:00:00Z' });
});

it.each([0, 2])('fires %i times when the fault switch says so', async (times) => {
  const asked: string[] = [];
  const { scheduler, clock, calls, create } = await startScheduler({
    firings: ({ groupName, name }) => {
      asked.push(`${groupName}/${name}`);
      return times;
    },
  });
  await create();
  await clock.moveTo(after(61));
  expect(calls).toHaveLength(times);
  expect(asked).toEqual(['timers/timer-1']);
  expect(scheduler.schedules()).toEqual([]);
});

it('puts what cannot be delivered into the dead-letter queue, with the reason', async () => {
  const { clock, messages, log, create } = await startScheduler({
    invoker: {
      invoke: () => Promise.reject(Object.assign(new Error('no such function'), { name: 'ResourceNotFoundException' })),
    },
  });
  const Target = {
    Arn: functionArn,
    RoleArn: roleArn,
    Input: '{"timerId":"t"}',
    DeadLetterConfig: { Arn: deadLettersArn },
  };
  await create({ Target: { ...Target, RetryPolicy: { MaximumRetryAttempts: 0 } } });
  await clock.moveTo(after(61));
  expect(messages).toMatchObject([
    {
      queue: deadLettersArn,
      message: {
        body: '{"timerId":"t"}',
        attributes: { ERROR_CODE: 'ResourceNotFoundException', RETRY_ATTEMPTS: '0' },
      },
    },
  ]);
  expect(log[0]).toContain('gave up on');
});

it('tries again before it gives up', async () => {
  let tries = 0;
  const { clock, messages, create } = await startScheduler({
    invoker: {
      async invoke() {
        tries += 1;
        if (tries === 1) throw new Error('busy');
        return { payload: null, functionError: undefined };
      },
    },
  });
  await create();
  await clock.moveTo(after(61));
  expect(tries).toBe(2);
  expect(messages).toEqual([]);
});

it('delivers nothing that the role of the schedule does not allow', async () => {
  const { clock, calls, messages, create } = await startScheduler({
    authorize: (role, action, resource) =>
      !(role === roleArn && action === 'lambda:InvokeFunction' && resource === functionArn),
  });
  const { Target } = oneTime('x', begin);
  await create({ Target: { Arn: functionArn, RoleArn: roleArn, ...Target, RetryPolicy: { MaximumRetryAttempts: 0 } } });
  await clock.moveTo(after(61));
  expect(calls).toEqual([]);
  expect(messages[0]?.message.attributes['ERROR_CODE']).toBe('AccessDeniedException');
});

it('calls a function that failed twice more, as Lambda does, and keeps that out of the dead-letter queue', async () => {
  const { clock, calls, messages, log, create } = await startScheduler({ perform: () => new Error('broken') });
  await create();
  await clock.moveTo(after(61));
  expect(calls).toHaveLength(3);
  expect(messages).toEqual([]);
  expect(log).toHaveLength(1);
});
