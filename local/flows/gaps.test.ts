import { SendTaskSuccessCommand } from '@aws-sdk/client-sfn';
import { expect, it, vi } from 'vitest';
import { arnOfFunction, startFlows } from './fixtures/flow-world.ts';

const end = { Type: 'Succeed' };
const outputOf = ({ output }: { output?: string | undefined }): unknown => JSON.parse(output ?? 'null');

it('takes the branch of an absent, null or differently typed value, which the interpreter alone never does', async () => {
  const choice = (rule: object) => ({
    StartAt: 'Test',
    States: {
      Test: { Type: 'Choice', Choices: [{ ...rule, Next: 'Yes' }], Default: 'No' },
      Yes: { Type: 'Pass', Result: 'yes', End: true },
      No: { Type: 'Pass', Result: 'no', End: true },
    },
  });
  const { run } = await startFlows({
    machines: {
      Absent: choice({ Variable: '$.a', IsPresent: false }),
      NotNull: choice({ Variable: '$.a', IsNull: false }),
      Both: choice({ And: [{ Variable: '$.a', IsString: false }, { Not: { Variable: '$.b', IsPresent: false } }] }),
    },
  });
  expect(outputOf(await run('Absent', {}))).toBe('yes');
  expect(outputOf(await run('Absent', { a: null }))).toBe('no');
  expect(outputOf(await run('NotNull', { a: 1 }))).toBe('yes');
  expect(outputOf(await run('NotNull', { a: null }))).toBe('no');
  expect(outputOf(await run('Both', { a: 1, b: 1 }))).toBe('yes');
  expect(outputOf(await run('Both', { a: 1 }))).toBe('no');
});

it('waits for an approval of thirty days instead of timing out at once', async () => {
  const tokens: string[] = [];
  const { client, begin, describe, ended, history } = await startFlows({
    machines: { Approval: approval(30 * 86_400) },
    functions: { ask: ({ token }: { token: string }) => void tokens.push(token) },
  });
  const arn = await begin('Approval');
  await vi.waitUntil(async () => (await history(arn)).some(({ type }) => type === 'TaskSubmitted'));
  expect((await describe(arn)).status).toBe('RUNNING');
  await client.send(new SendTaskSuccessCommand({ taskToken: tokens[0], output: '{"outcome":"APPROVED"}' }));
  expect(outputOf(await ended(arn))).toEqual({ outcome: 'APPROVED' });
});

it('keeps a Wait of thirty days waiting', async () => {
  const { begin, describe, history } = await startFlows({
    machines: {
      Sleep: { StartAt: 'Wait', States: { Wait: { Type: 'Wait', Seconds: 30 * 86_400, Next: 'End' }, End: end } },
    },
  });
  const arn = await begin('Sleep');
  await vi.waitUntil(async () => (await history(arn)).some(({ type }) => type === 'WaitStateEntered'));
  expect((await describe(arn)).status).toBe('RUNNING');
});

it('shows the execution, the machine and the item to the states inside a Map', async () => {
  const { run } = await startFlows({
    machines: {
      Each: {
        StartAt: 'Each',
        States: {
          Each: {
            Type: 'Map',
            ItemsPath: '$.items',
            ItemSelector: { 'item.$': '$$.Map.Item.Value', 'year.$': '$.year' },
            ItemProcessor: {
              StartAt: 'Show',
              States: {
                Show: {
                  Type: 'Pass',
                  Parameters: {
                    'item.$': '$.item',
                    'year.$': '$.year',
                    'index.$': '$$.Map.Item.Index',
                    'value.$': '$$.Map.Item.Value',
                    'started.$': '$$.Execution.Input.year',
                    'machine.$': '$$.StateMachine.Name',
                  },
                  End: true,
                },
              },
            },
            End: true,
          },
        },
      },
    },
  });
  expect(outputOf(await run('Each', { year: 2022, items: ['a', 'b'] }))).toEqual([
    { item: 'a', year: 2022, index: 0, value: 'a', started: 2022, machine: 'Each' },
    { item: 'b', year: 2022, index: 1, value: 'b', started: 2022, machine: 'Each' },
  ]);
});

it('replaces the whole output for ResultPath "$" and keeps a falsy Result', async () => {
  const { run } = await startFlows({
    machines: {
      Whole: { StartAt: 'P', States: { P: { Type: 'Pass', Result: { b: 2 }, ResultPath: '$', End: true } } },
      False: { StartAt: 'P', States: { P: { Type: 'Pass', Result: false, ResultPath: '$.flag', End: true } } },
    },
  });
  expect(outputOf(await run('Whole', { a: 1 }))).toEqual({ b: 2 });
  expect(outputOf(await run('False', { a: 1 }))).toEqual({ a: 1, flag: false });
});

it('gives each attempt of a waiting task its own token and every read of one attempt the same', async () => {
  const asked: { token: string; again: string }[] = [];
  const { run } = await startFlows({
    machines: { Approval: approval(1) },
    functions: {
      ask: (payload: { token: string; again: string }) => {
        asked.push(payload);
        throw Object.assign(new Error('no'), { name: 'Busy' });
      },
    },
  });
  expect(await run('Approval')).toMatchObject({ status: 'FAILED', error: 'Busy' });
  expect(asked).toHaveLength(2);
  expect(asked.every(({ token, again }) => token === again)).toBe(true);
  expect(asked[0]?.token).not.toBe(asked[1]?.token);
});

function approval(TimeoutSeconds: number): object {
  return {
    StartAt: 'Decide',
    States: {
      Decide: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
        Parameters: {
          FunctionName: arnOfFunction('ask'),
          Payload: { 'token.$': '$$.Task.Token', 'again.$': '$$.Task.Token' },
        },
        TimeoutSeconds,
        Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 1, MaxAttempts: 1 }],
        End: true,
      },
    },
  };
}
