import { expect, it } from 'vitest';
import { arnOfFunction, startFlows } from '../fixtures/flow-world.ts';

const task = (name: string, more: object) => ({
  Type: 'Task',
  Resource: arnOfFunction(name),
  ResultPath: null,
  ...more,
});
const machine = {
  StartAt: 'Plan',
  States: {
    Plan: task('plan', { Next: 'Each' }),
    Each: {
      Type: 'Map',
      ItemsPath: '$.chunks',
      MaxConcurrency: 1,
      ItemProcessor: {
        StartAt: 'Create',
        States: { Create: task('create', { Next: 'Check' }), Check: task('check', { End: true }) },
      },
      ResultPath: null,
      Next: 'Flip',
    },
    Flip: task('flip', { Next: 'Done' }),
    Done: { Type: 'Succeed' },
  },
};

async function world() {
  const calls: string[] = [];
  const called = (name: string) => () => {
    calls.push(name);
    return name;
  };
  const functions = { plan: called('plan'), create: called('create'), check: called('check'), flip: called('flip') };
  return { calls, ...(await startFlows({ machines: { Publish: machine }, functions })) };
}

it.each([
  ['Plan', 1, ['plan']],
  ['Create', 1, ['plan', 'create']],
  ['Create', 2, ['plan', 'create', 'check', 'create']],
  ['Check', 2, ['plan', 'create', 'check', 'create', 'check']],
  ['Each', 1, ['plan', 'create', 'check', 'create', 'check']],
  ['Flip', 1, ['plan', 'create', 'check', 'create', 'check', 'flip']],
  ['Done', 1, ['plan', 'create', 'check', 'create', 'check', 'flip']],
])(
  'ends the execution right after %s has exited for time %i, and calls nothing more',
  async (afterState, nth, expected) => {
    const { flows, run, calls, history } = await world();
    flows.abortAfter([{ machine: 'Publish', afterState, nth }]);
    const { executionArn = '', status } = await run('Publish', { chunks: [1, 2] });
    expect(status).toBe('ABORTED');
    expect(calls).toEqual(expected);
    const [exited, aborted] = (await history(executionArn)).slice(-2);
    expect(exited?.stateExitedEventDetails?.name).toBe(afterState);
    expect(aborted?.type).toBe('ExecutionAborted');
    expect(flows.abortRules()).toMatchObject([{ afterState, hits: 1 }]);
  },
);

it('lets the next execution through, unless the rule says for how many it holds', async () => {
  const { flows, run } = await world();
  flows.abortAfter([{ machine: 'lish', afterState: 'Plan' }]);
  expect((await run('Publish', { chunks: [] })).status).toBe('ABORTED');
  expect((await run('Publish', { chunks: [] })).status).toBe('SUCCEEDED');
  flows.abortAfter([{ machine: 'Publish', afterState: 'Plan', times: 2 }]);
  expect((await run('Publish', { chunks: [] })).status).toBe('ABORTED');
  expect((await run('Publish', { chunks: [] })).status).toBe('ABORTED');
  expect((await run('Publish', { chunks: [] })).status).toBe('SUCCEEDED');
});

it('touches no other machine and no other state', async () => {
  const { flows, run } = await world();
  flows.abortAfter([
    { machine: 'Other', afterState: 'Plan' },
    { machine: 'Publish', afterState: 'Nothing' },
  ]);
  expect((await run('Publish', { chunks: [1] })).status).toBe('SUCCEEDED');
});
