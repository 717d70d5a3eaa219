import {
  DescribeStateMachineCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { expect, it } from 'vitest';
import { arnOfFunction, arnOfMachine, startFlows } from '../fixtures/flow-world.ts';

const pass = { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } };
const waiting = { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 3600, End: true } } };

it('starts nothing twice under one name: the same answer while it runs on the same input', async () => {
  const { begin, client, describe } = await startFlows({ machines: { Publish: waiting } });
  const arn = await begin('Publish', { revision: 1 }, 'event-1-revision-1');
  expect(arn).toBe('arn:aws:states:us-east-1:000000000000:execution:Publish:event-1-revision-1');
  expect(await begin('Publish', { revision: 1 }, 'event-1-revision-1')).toBe(arn);
  await expect(begin('Publish', { revision: 2 }, 'event-1-revision-1')).rejects.toMatchObject({
    name: 'ExecutionAlreadyExists',
  });
  await client.send(new StopExecutionCommand({ executionArn: arn, error: 'Operator', cause: 'no longer wanted' }));
  expect(await describe(arn)).toMatchObject({ status: 'ABORTED', error: 'Operator', cause: 'no longer wanted' });
  await expect(begin('Publish', { revision: 1 }, 'event-1-revision-1')).rejects.toMatchObject({
    name: 'ExecutionAlreadyExists',
  });
});

it('gives an execution without a name one of its own', async () => {
  const { begin } = await startFlows({ machines: { Publish: pass } });
  expect(await begin('Publish')).not.toBe(await begin('Publish'));
});

it.each([
  ['a colon', 'a:b'],
  ['a space', 'a b'],
  ['a number sign', 'EVT#1'],
  ['81 letters', 'x'.repeat(81)],
])('refuses a name with %s, as AWS does', async (_what, name) => {
  const { begin } = await startFlows({ machines: { Publish: pass } });
  await expect(begin('Publish', {}, name)).rejects.toMatchObject({ name: 'InvalidName' });
});

it('refuses what does not exist', async () => {
  const { begin, describe } = await startFlows({ machines: { Publish: pass } });
  await expect(begin('Other')).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' });
  await expect(describe(`${arnOfMachine('Publish')}:x`)).rejects.toMatchObject({ name: 'ExecutionDoesNotExist' });
});

it('refuses an input over 256 KiB', async () => {
  const { begin } = await startFlows({ machines: { Publish: pass } });
  await expect(begin('Publish', 'x'.repeat(262_143))).rejects.toMatchObject({ name: 'ValidationException' });
});

it('tells input, output and dates of an execution', async () => {
  const { run, clock } = await startFlows({ machines: { Publish: pass } });
  const before = clock.now();
  const execution = await run('Publish', { a: 1 });
  expect(execution).toMatchObject({
    status: 'SUCCEEDED',
    input: '{"a":1}',
    output: '{"a":1}',
    stateMachineArn: arnOfMachine('Publish'),
  });
  expect(execution.startDate?.getTime()).toBeGreaterThanOrEqual(before.getTime() - 1);
  expect(execution.stopDate?.getTime()).toBeGreaterThanOrEqual(execution.startDate?.getTime() ?? Infinity);
});

it('dates executions by the local clock', async () => {
  const { run, clock } = await startFlows({ machines: { Publish: pass } });
  await clock.moveTo(new Date('2090-09-01T00:00:00Z'));
  expect((await run('Publish')).startDate?.getUTCFullYear()).toBe(2090);
});

it('lists executions newest first, by status, page by page, also while new ones start and running ones end', async () => {
  const { begin, client, run } = await startFlows({ machines: { Publish: waiting, Other: pass } });
  const arns: string[] = [];
  for (const name of ['a', 'b', 'c', 'd', 'e']) arns.unshift(await begin('Publish', {}, name));
  await run('Other');
  const list = async (nextToken?: string) =>
    client.send(
      new ListExecutionsCommand({
        stateMachineArn: arnOfMachine('Publish'),
        statusFilter: 'RUNNING',
        maxResults: 2,
        nextToken,
      }),
    );
  const first = await list();
  await begin('Publish', {}, 'f');
  await client.send(new StopExecutionCommand({ executionArn: arns[0] }));
  const second = await list(first.nextToken);
  const third = await list(second.nextToken);
  const pages = [first, second, third].map(({ executions = [] }) => executions.map(({ executionArn }) => executionArn));
  expect(pages).toEqual([arns.slice(0, 2), arns.slice(2, 4), arns.slice(4)]);
  expect(third.nextToken).toBeUndefined();
  await expect(list('bad')).rejects.toMatchObject({ name: 'InvalidToken' });
});

it('pages through a history, from its end too', async () => {
  const { run, flows, history } = await startFlows({ machines: { Publish: pass } });
  const { executionArn = '' } = await run('Publish');
  expect((await history(executionArn)).map(({ id }) => id)).toEqual([1, 2, 3, 4]);
  expect(flows.executions()).toMatchObject([{ machine: 'Publish', status: 'SUCCEEDED', state: 'P', events: 4 }]);
});

it('describes and lists the machines of the template', async () => {
  const { client } = await startFlows({ machines: { Publish: pass, Snapshot: waiting } });
  const { stateMachines } = await client.send(new ListStateMachinesCommand({}));
  expect(stateMachines?.map(({ name }) => name)).toEqual(['Publish', 'Snapshot']);
  const machine = await client.send(new DescribeStateMachineCommand({ stateMachineArn: arnOfMachine('Publish') }));
  expect(JSON.parse(machine.definition ?? '')).toEqual(pass);
  expect(machine).toMatchObject({
    status: 'ACTIVE',
    type: 'STANDARD',
    roleArn: 'arn:aws:iam::000000000000:role/Publish',
  });
});

it('leaves no trace of a task that answers after its execution was stopped', async () => {
  const answer = Promise.withResolvers<string>();
  const called = Promise.withResolvers<void>();
  const { begin, client, history, describe } = await startFlows({
    machines: { M: { StartAt: 'T', States: { T: { Type: 'Task', Resource: arnOfFunction('work'), End: true } } } },
    functions: {
      work: () => {
        called.resolve();
        return answer.promise;
      },
    },
  });
  const arn = await begin('M');
  await called.promise;
  await client.send(new StopExecutionCommand({ executionArn: arn }));
  answer.resolve('late');
  expect((await describe(arn)).status).toBe('ABORTED');
  expect((await history(arn)).at(-1)?.type).toBe('ExecutionAborted');
});
