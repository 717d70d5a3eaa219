import {
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { expect, it, vi } from 'vitest';
import { arnOfFunction, type FlowWorld, startFlows, type TestFunction } from '../fixtures/flow-world.ts';

const approval = {
  StartAt: 'Decide',
  States: {
    Decide: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Parameters: {
        FunctionName: arnOfFunction('register'),
        Payload: { 'token.$': '$$.Task.Token', 'who.$': '$.who' },
      },
      TimeoutSeconds: 2,
      Catch: [{ ErrorEquals: ['Withdrawn'], Next: 'Withdrawn' }],
      ResultPath: '$.decision',
      End: true,
    },
    Withdrawn: { Type: 'Pass', Result: 'withdrawn', End: true },
  },
};

/** One approval that waits, and the token it handed out. */
async function waitingApproval(
  register: TestFunction = () => null,
): Promise<FlowWorld & { token: string; arn: string }> {
  const tokens: string[] = [];
  const world = await startFlows({
    machines: { Approval: approval },
    functions: {
      register: (payload: { token: string }) => {
        tokens.push(payload.token);
        return Reflect.apply(register, undefined, [payload]);
      },
    },
  });
  const arn = await world.begin('Approval', { who: 'Bear Creek' });
  await vi.waitUntil(() => tokens.length > 0 && world.flows.executions()[0]?.openTokens === 1, { interval: 5 });
  return { ...world, token: tokens[0] ?? '', arn };
}

it('ends the waiting task with the decision that was sent', async () => {
  const { client, token, arn, ended, history } = await waitingApproval();
  await client.send(new SendTaskHeartbeatCommand({ taskToken: token }));
  await client.send(new SendTaskSuccessCommand({ taskToken: token, output: '{"outcome":"APPROVED"}' }));
  expect((await ended(arn)).output).toBe('{"who":"Bear Creek","decision":{"outcome":"APPROVED"}}');
  expect((await history(arn)).map(({ type }) => type)).toEqual([
    'ExecutionStarted',
    'TaskStateEntered',
    'TaskScheduled',
    'TaskStarted',
    'TaskSubmitted',
    'TaskSucceeded',
    'TaskStateExited',
    'ExecutionSucceeded',
  ]);
});

it('takes an answer once: the second is told that the task is over', async () => {
  const { client, token, arn, ended } = await waitingApproval();
  const approve = () => client.send(new SendTaskSuccessCommand({ taskToken: token, output: '{}' }));
  await approve();
  await expect(approve()).rejects.toMatchObject({ name: 'TaskTimedOut' });
  expect((await ended(arn)).status).toBe('SUCCEEDED');
});

it('takes a decision that comes while the token is still being registered', async () => {
  const decided = Promise.withResolvers<void>();
  const tokens: string[] = [];
  const { client, begin, ended } = await startFlows({
    machines: { Approval: approval },
    functions: {
      register: async ({ token }: { token: string }) => {
        tokens.push(token);
        await decided.promise;
      },
    },
  });
  const arn = await begin('Approval', { who: 'x' });
  const token = await vi.waitUntil(() => tokens[0], { interval: 5 });
  await client.send(new SendTaskSuccessCommand({ taskToken: token, output: '1' }));
  expect((await ended(arn)).output).toBe('{"who":"x","decision":1}');
  decided.resolve();
});

it('fails the task with the error that was sent, for a catcher to name', async () => {
  const { client, token, arn, ended } = await waitingApproval();
  await client.send(new SendTaskFailureCommand({ taskToken: token, error: 'Withdrawn', cause: 'by the district' }));
  expect((await ended(arn)).output).toBe('"withdrawn"');
});

it('closes the token with the time-out of its task', async () => {
  const { client, token, arn, ended, history } = await waitingApproval();
  expect(await ended(arn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  expect((await history(arn)).at(-2)?.type).toBe('TaskTimedOut');
  const answer = client.send(new SendTaskSuccessCommand({ taskToken: token, output: '{}' }));
  await expect(answer).rejects.toMatchObject({ name: 'TaskTimedOut' });
});

it('closes the token with its execution', async () => {
  const { client, token, arn } = await waitingApproval();
  await client.send(new StopExecutionCommand({ executionArn: arn }));
  const answer = client.send(new SendTaskSuccessCommand({ taskToken: token, output: '{}' }));
  await expect(answer).rejects.toMatchObject({ name: 'TaskTimedOut' });
});

it('refuses a token that never was one, and an output that is no JSON', async () => {
  const { client, token } = await waitingApproval();
  const send = (taskToken: string, output: string) => client.send(new SendTaskSuccessCommand({ taskToken, output }));
  await expect(send('made-up', '{}')).rejects.toMatchObject({ name: 'InvalidToken' });
  await expect(send(token, '{')).rejects.toMatchObject({ name: 'InvalidOutput' });
  await expect(send(token, `"${'x'.repeat(262_143)}"`)).rejects.toMatchObject({ name: 'ValidationException' });
});

it('closes the token of a task whose registration fails, also when the execution goes on', async () => {
  const tokens: string[] = [];
  const { Decide } = approval.States;
  const Catch = [{ ErrorEquals: ['ResourceNotFoundException'], Next: 'Pause' }];
  const pausing = {
    StartAt: 'Decide',
    States: { Decide: { ...Decide, Catch }, Pause: { Type: 'Wait', Seconds: 3600, End: true } },
  };
  const { client, flows, begin, describe } = await startFlows({
    machines: { Approval: pausing },
    functions: {
      register: ({ token }: { token: string }) => {
        tokens.push(token);
        throw Object.assign(new Error('no table'), { name: 'ResourceNotFoundException' });
      },
    },
  });
  const arn = await begin('Approval', { who: 'x' });
  await vi.waitUntil(() => flows.executions()[0]?.state === 'Pause', { interval: 5 });
  const answer = client.send(new SendTaskSuccessCommand({ taskToken: tokens[0], output: '{}' }));
  await expect(answer).rejects.toMatchObject({ name: 'TaskTimedOut' });
  expect((await describe(arn)).status).toBe('RUNNING');
});
