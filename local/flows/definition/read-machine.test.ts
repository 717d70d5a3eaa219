import { expect, it } from 'vitest';
import { machineResource } from '../fixtures/flow-world.ts';
import { readMachine } from './read-machine.ts';

const pass = { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } };
const task = {
  StartAt: 'T',
  States: {
    T: { Type: 'Task', Resource: 'arn:${Partition}:lambda:us-east-1:000000000000:function:${Name}', End: true },
  },
};

it('puts the substitutions into the definition before anything reads it', () => {
  const DefinitionSubstitutions = { Partition: 'aws', Name: 'plan' };
  const machine = readMachine(machineResource('Publish', task, { DefinitionSubstitutions }));
  expect(machine.definition).toContain('arn:aws:lambda:us-east-1:000000000000:function:plan');
  expect(machine).toMatchObject({ name: 'Publish', roleArn: 'arn:aws:iam::000000000000:role/Publish' });
});

it('reads a definition given as an object', () => {
  const machine = readMachine(machineResource('Publish', {}, { DefinitionString: undefined, Definition: pass }));
  expect(machine.flow.interpreted.StartAt).toBe('P');
});

it('refuses a machine outside the subset with every breach and the name in the template', () => {
  const broken = { StartAt: 'P', States: { P: { Type: 'Pass', Assign: {}, Output: 1, End: true } } };
  expect(() => readMachine(machineResource('Publish', broken))).toThrow(
    /Publish breaks the local subset:\n {2}State "P": Assign.*\n {2}State "P": Output/,
  );
});

it('refuses an EXPRESS machine and a definition that lies in S3', () => {
  expect(() => readMachine(machineResource('Publish', pass, { StateMachineType: 'EXPRESS' }))).toThrow('STANDARD only');
  expect(() => readMachine(machineResource('Publish', pass, { DefinitionString: undefined }))).toThrow('not in S3');
});
