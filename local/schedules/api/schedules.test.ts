import {
  CreateScheduleCommand,
  CreateScheduleGroupCommand,
  DeleteScheduleCommand,
  DeleteScheduleGroupCommand,
  GetScheduleCommand,
  GetScheduleGroupCommand,
  ListScheduleGroupsCommand,
  ListSchedulesCommand,
  type SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { expect, it } from 'vitest';
import { begin, functionArn, oneTime, roleArn, startScheduler } from '../fixtures/schedule-world.ts';

const inAnHour = new Date(begin.getTime() + 3_600_000);
const timer = oneTime('timer-1', inAnHour);
const Target = { Arn: functionArn, RoleArn: roleArn };
const refused = (name: string, httpStatusCode: number) => ({ name, $metadata: { httpStatusCode } });

it('tells of a schedule what it was created with', async () => {
  const { client } = await startScheduler();
  const StartDate = new Date('2090-10-01T00:00:00Z');
  const EndDate = new Date('2090-11-01T00:00:00Z');
  const recurring = {
    ...timer,
    ScheduleExpression: 'rate(1 hour)',
    ScheduleExpressionTimezone: 'America/Chicago',
    StartDate,
    EndDate,
    Description: 'd',
  };
  const { ScheduleArn } = await client.send(new CreateScheduleCommand(recurring));
  expect(ScheduleArn).toBe('arn:aws:scheduler:us-east-1:000000000000:schedule/timers/timer-1');
  const { $metadata, CreationDate, LastModificationDate, ...found } = await client.send(
    new GetScheduleCommand({ Name: 'timer-1', GroupName: 'timers' }),
  );
  expect(found).toEqual({ ...recurring, Arn: ScheduleArn, State: 'ENABLED' });
  expect($metadata.httpStatusCode).toBe(200);
  expect(CreationDate?.getUTCFullYear()).toBe(2090);
  expect(LastModificationDate).toEqual(CreationDate);
});

it('answers the same request again, and refuses another one under the name', async () => {
  const { client } = await startScheduler();
  const create = (ClientToken: string) => client.send(new CreateScheduleCommand({ ...timer, ClientToken }));
  const first = await create('one');
  expect((await create('one')).ScheduleArn).toBe(first.ScheduleArn);
  await expect(create('two')).rejects.toMatchObject(refused('ConflictException', 409));
});

it.each<[string, (client: SchedulerClient) => Promise<unknown>]>([
  ['get', (client) => client.send(new GetScheduleCommand({ Name: 'none', GroupName: 'timers' }))],
  ['update', (client) => client.send(new UpdateScheduleCommand(oneTime('none', inAnHour)))],
  ['delete', (client) => client.send(new DeleteScheduleCommand({ Name: 'none', GroupName: 'timers' }))],
  ['get of a group', (client) => client.send(new GetScheduleGroupCommand({ Name: 'none' }))],
  ['delete of a group', (client) => client.send(new DeleteScheduleGroupCommand({ Name: 'none' }))],
  ['creation in a group', (client) => client.send(new CreateScheduleCommand({ ...timer, GroupName: 'none' }))],
])('refuses the %s of what does not exist', async (_what, send) => {
  const { client } = await startScheduler();
  await expect(send(client)).rejects.toMatchObject(refused('ResourceNotFoundException', 404));
});

it.each([
  ['an expression that is none', { ScheduleExpression: 'tomorrow' }],
  ['an unknown time zone', { ScheduleExpressionTimezone: 'Nowhere/City' }],
  ['a time in the past', { ScheduleExpression: 'at(2090-08-31T23:00:00)' }],
  ['a name with a number sign', { Name: 'TIMER#1' }],
  ['a name of 65 letters', { Name: 'x'.repeat(65) }],
  ['an input that is no JSON', { Target: { ...Target, Input: '{' } }],
  ['a role that is missing', { Target: { Arn: functionArn, RoleArn: undefined } }],
])('refuses %s', async (_what, change) => {
  const { client } = await startScheduler();
  const send = client.send(new CreateScheduleCommand({ ...timer, ...change }));
  await expect(send).rejects.toMatchObject(refused('ValidationException', 400));
});

it('replaces everything with an update: what is left out falls back to its default', async () => {
  const { client } = await startScheduler();
  await client.send(new CreateScheduleCommand({ ...timer, Description: 'old', State: 'DISABLED' }));
  const { ActionAfterCompletion: _action, ...update } = oneTime('timer-1', inAnHour);
  await client.send(new UpdateScheduleCommand(update));
  const found = await client.send(new GetScheduleCommand({ Name: 'timer-1', GroupName: 'timers' }));
  expect(found).toMatchObject({ State: 'ENABLED', ActionAfterCompletion: 'NONE' });
  expect(found.Description).toBeUndefined();
});

it('lists schedules by group, prefix and state, page by page', async () => {
  const { client } = await startScheduler();
  for (const Name of ['b-1', 'a-2', 'a-1', 'a-3']) await client.send(new CreateScheduleCommand({ ...timer, Name }));
  await client.send(new CreateScheduleCommand({ ...timer, Name: 'a-4', GroupName: 'default' }));
  await client.send(new CreateScheduleCommand({ ...timer, Name: 'a-5', State: 'DISABLED' }));
  const query = { GroupName: 'timers', NamePrefix: 'a-', State: 'ENABLED' as const, MaxResults: 2 };
  const first = await client.send(new ListSchedulesCommand(query));
  const second = await client.send(new ListSchedulesCommand({ ...query, NextToken: first.NextToken }));
  expect([first, second].map(({ Schedules }) => Schedules?.map(({ Name }) => Name))).toEqual([['a-1', 'a-2'], ['a-3']]);
  expect(second.NextToken).toBeUndefined();
  expect(first.Schedules?.[0]).toMatchObject({ GroupName: 'timers', Target: { Arn: functionArn }, State: 'ENABLED' });
  const bad = client.send(new ListSchedulesCommand({ NextToken: 'bad' }));
  await expect(bad).rejects.toMatchObject(refused('ValidationException', 400));
});

it('keeps groups, and deletes a group with its schedules', async () => {
  const { client, scheduler } = await startScheduler();
  await client.send(new CreateScheduleGroupCommand({ Name: 'more' }));
  const again = client.send(new CreateScheduleGroupCommand({ Name: 'more' }));
  await expect(again).rejects.toMatchObject(refused('ConflictException', 409));
  await client.send(new CreateScheduleCommand({ ...timer, GroupName: 'more' }));
  expect(await client.send(new GetScheduleGroupCommand({ Name: 'more' }))).toMatchObject({
    Name: 'more',
    State: 'ACTIVE',
  });
  const { ScheduleGroups } = await client.send(new ListScheduleGroupsCommand({}));
  expect(ScheduleGroups?.map(({ Name }) => Name)).toEqual(['default', 'more', 'timers']);
  await client.send(new DeleteScheduleGroupCommand({ Name: 'more' }));
  expect(scheduler.schedules()).toEqual([]);
});
