import { expect, it } from 'vitest';
import { arnOfMachine, startFlows } from '../fixtures/flow-world.ts';

const child = { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } };
const parent = {
  StartAt: 'Start',
  States: {
    Start: {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution',
      Parameters: { StateMachineArn: arnOfMachine('Child'), Name: 'child-1', Input: { 'from.$': '$$.Execution.Name' } },
      Catch: [{ ErrorEquals: ['StepFunctions.ExecutionAlreadyExistsException'], Next: 'Known' }],
      End: true,
    },
    Known: { Type: 'Pass', Result: 'known', End: true },
  },
};

it('starts another machine and does not wait for it', async () => {
  const { begin, ended, run } = await startFlows({ machines: { Parent: parent, Child: child } });
  const { output } = await ended(await begin('Parent', {}, 'parent-1'));
  const { ExecutionArn } = JSON.parse(output ?? '');
  expect((await ended(ExecutionArn)).output).toBe('{"from":"parent-1"}');
  expect((await run('Parent')).output).toBe('"known"');
});

it('asks for the grant to start it', async () => {
  const { run } = await startFlows({
    machines: { Parent: parent, Child: child },
    authorize: (_role, action, resource) => !(action === 'states:StartExecution' && resource === arnOfMachine('Child')),
  });
  expect(await run('Parent')).toMatchObject({ status: 'FAILED', error: 'StepFunctions.AccessDeniedException' });
});
