import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreateScheduleGroupCommand } from '@aws-sdk/client-scheduler';
import { expect, it } from 'vitest';
import { begin, functionArn, roleArn, startScheduler } from './fixtures/schedule-world.ts';
import { aResource } from '../testing/resource.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const after = (minutes: number) => new Date(begin.getTime() + minutes * 60_000);
const sweep = (expression: string) =>
  aResource('AWS::Scheduler::Schedule', 'sweep', {
    GroupName: 'timers',
    ScheduleExpression: expression,
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Arn: functionArn, RoleArn: roleArn, Input: '{}', RetryPolicy: { MaximumRetryAttempts: '2' } },
  });

const scheduleFile = () => join(temporaryFolder(), 'schedules.jsonl');

it('keeps schedules and groups over a restart, without those that have fired', async () => {
  const file = scheduleFile();
  const before = await startScheduler({ file });
  await before.client.send(new CreateScheduleGroupCommand({ Name: 'more' }));
  await before.create({ Name: 'fired', ScheduleExpression: 'at(2090-09-01T00:10:00)' });
  await before.create({ Name: 'kept', GroupName: 'more', StartDate: after(1), EndDate: after(2) });
  await before.clock.moveTo(after(11));
  await before.stop();
  appendFileSync(file, '{"schedule":{"defin');
  const restarted = await startScheduler({ file });
  expect(restarted.scheduler.schedules().map(({ name }) => name)).toEqual(['kept']);
  await restarted.clock.moveTo(after(61));
  expect(restarted.calls).toHaveLength(1);
});

it('fires again what a stopped runtime had not delivered', async () => {
  const file = scheduleFile();
  const called = Promise.withResolvers<void>();
  const killed = Promise.withResolvers<never>();
  const before = await startScheduler({
    file,
    perform: () => {
      called.resolve();
      return killed.promise;
    },
  });
  await before.create();
  const moved = before.clock.moveTo(after(61));
  await called.promise;
  await before.stop();
  killed.reject(new Error('the function was killed with the runtime'));
  await moved;
  const restarted = await startScheduler({ file });
  await restarted.clock.moveTo(after(61));
  expect(restarted.calls).toHaveLength(1);
});

it('lets an unchanged schedule of the template go on where it was, begins a changed one anew and drops a removed one', async () => {
  const file = scheduleFile();
  const next = async (schedules: ReturnType<typeof sweep>[], moveTo: number) => {
    const world = await startScheduler({ file, schedules });
    await world.clock.moveTo(after(moveTo));
    const summary = world.scheduler.schedules().map(({ nextAt }) => nextAt);
    await world.stop();
    return summary;
  };
  expect(await next([sweep('rate(30 minutes)')], 31)).toEqual([expect.stringContaining('T01:00:00')]);
  expect(await next([sweep('rate(30 minutes)')], 1)).toEqual([expect.stringContaining('T01:00:00')]);
  expect(await next([sweep('rate(1 day)')], 1)).toEqual([expect.stringContaining('09-02T00:00:00')]);
  expect(await next([], 1)).toEqual([]);
});

it('stops the start at a schedule of the template that cannot be read', async () => {
  await expect(startScheduler({ schedules: [sweep('rate(soon)')] })).rejects.toThrow('rate(value');
});

it('tells what the page of the runtime shows', async () => {
  const { scheduler, create } = await startScheduler();
  await create();
  expect(scheduler.schedules()).toEqual([
    {
      name: 'timer-1',
      groupName: 'timers',
      expression: 'at(2090-09-01T01:00:00)',
      timezone: 'UTC',
      state: 'ENABLED',
      target: 'fire',
      nextAt: after(60).toISOString(),
    },
  ]);
});
