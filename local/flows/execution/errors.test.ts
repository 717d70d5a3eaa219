import { expect, it } from 'vitest';
import { arnOfFunction, startFlows, type TestFunction } from '../fixtures/flow-world.ts';

/** A task by plain ARN that catches what is named and ends with the name it caught. */
const catching = (errors: readonly string[], more: object = {}) => ({
  StartAt: 'Work',
  States: {
    Work: {
      Type: 'Task',
      Resource: arnOfFunction('work'),
      Catch: [{ ErrorEquals: errors, Next: 'Caught' }],
      End: true,
      ...more,
    },
    Caught: { Type: 'Pass', End: true },
  },
});
const throwing = (name: string) => () => {
  throw Object.assign(new Error(`the message of ${name}`), { name });
};
/** As a process that ran out of memory: no error type reaches the service. */
const throwingNothingKnown = () => {
  throw new Error('');
};
const caught = (output: string | undefined): { Error: string; Cause: string } => JSON.parse(output ?? '{}');

it('catches a function error by its type and hands on what the function said', async () => {
  const { run } = await startFlows({
    machines: { M: catching(['RuleGateError']) },
    functions: { work: throwing('RuleGateError') },
  });
  const { Error: error, Cause } = caught((await run('M')).output);
  expect(error).toBe('RuleGateError');
  expect(JSON.parse(Cause)).toMatchObject({ errorType: 'RuleGateError', errorMessage: 'the message of RuleGateError' });
});

it.each([
  ['an error without a type is Lambda.Unknown', 'Lambda.Unknown', throwingNothingKnown],
  ['a crashed process keeps its name', 'Runtime.ExitError', throwing('Runtime.ExitError')],
  ['a function timeout keeps its name', 'Sandbox.Timedout', throwing('Sandbox.Timedout')],
  ['anything is a States.TaskFailed', 'States.TaskFailed', throwing('Whatever')],
])('%s', async (_what, name, work: TestFunction) => {
  const { run } = await startFlows({ machines: { M: catching([name]) }, functions: { work } });
  expect(await run('M')).toMatchObject({ status: 'SUCCEEDED' });
});

it('names a call that reached no function', async () => {
  const { run } = await startFlows({ machines: { M: catching(['Lambda.ResourceNotFoundException']) } });
  expect(caught((await run('M')).output).Error).toBe('Lambda.ResourceNotFoundException');
});

it('fails the execution with an error no catcher names', async () => {
  const { run } = await startFlows({ machines: { M: catching(['Other']) }, functions: { work: throwing('Broken') } });
  expect(await run('M')).toMatchObject({ status: 'FAILED', error: 'Broken' });
});

it('ends a task at its time-out with States.Timeout, which is no States.TaskFailed', async () => {
  const never = () => new Promise(() => undefined);
  const { run, history } = await startFlows({
    machines: {
      ByName: catching(['States.Timeout'], { TimeoutSeconds: 1 }),
      ByWildcard: catching(['States.TaskFailed'], { TimeoutSeconds: 1 }),
    },
    functions: { work: never },
  });
  const [byName, byWildcard] = await Promise.all([run('ByName'), run('ByWildcard')]);
  expect(caught(byName.output).Error).toBe('States.Timeout');
  expect(byWildcard).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  expect((await history(byName.executionArn ?? '')).map(({ type }) => type)).toContain('LambdaFunctionTimedOut');
});

it('ends an execution at the time-out of the machine as TIMED_OUT', async () => {
  const machine = { ...catching(['States.ALL']), TimeoutSeconds: 1 };
  const { run } = await startFlows({
    machines: { M: machine },
    functions: { work: () => new Promise(() => undefined) },
  });
  expect(await run('M')).toMatchObject({ status: 'TIMED_OUT', error: 'States.Timeout' });
});

it('retries by name with every attempt in the history, then gives up', async () => {
  let calls = 0;
  const work = () => {
    calls += 1;
    throwing('Busy')();
  };
  const Retry = [
    { ErrorEquals: ['Other'], MaxAttempts: 5 },
    { ErrorEquals: ['Busy'], IntervalSeconds: 1, MaxAttempts: 1 },
  ];
  const { run, history } = await startFlows({ machines: { M: catching(['Busy'], { Retry }) }, functions: { work } });
  const { executionArn = '', output } = await run('M');
  expect(caught(output).Error).toBe('Busy');
  expect(calls).toBe(2);
  const types = (await history(executionArn)).map(({ type }) => type);
  expect(types.filter((type) => type === 'LambdaFunctionFailed')).toHaveLength(2);
  expect(types.filter((type) => type === 'TaskStateEntered')).toHaveLength(1);
});

it('lets no catcher stop a path that leads nowhere', async () => {
  const { run } = await startFlows({
    machines: { M: catching(['States.ALL'], { Parameters: { 'x.$': '$.missing' } }) },
    functions: { work: () => 1 },
  });
  expect(await run('M')).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
});

it('ends with the error and cause of a Fail state', async () => {
  const { run } = await startFlows({
    machines: { M: { StartAt: 'F', States: { F: { Type: 'Fail', Error: 'UnknownOutcome', Cause: 'no branch' } } } },
  });
  expect(await run('M')).toMatchObject({ status: 'FAILED', error: 'UnknownOutcome', cause: 'no branch' });
});
