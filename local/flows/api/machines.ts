import * as z from 'zod';
import type { Machine } from '../definition/read-machine.ts';
import { type FlowEngine, findMachine } from '../flow-engine.ts';
import { type Operation, pageOf, pageSchema } from './operation.ts';

const oneSchema = z.object({ stateMachineArn: z.string() });

/** The machines come from the template, all at the start; their creation date is not kept. */
const creationDate = 0;

export function machineOperations(engine: FlowEngine): Readonly<Record<string, Operation>> {
  return {
    DescribeStateMachine(request) {
      const machine = findMachine(engine.machines, oneSchema.parse(request).stateMachineArn);
      return { ...summarise(machine), definition: machine.definition, roleArn: machine.roleArn, status: 'ACTIVE' };
    },
    ListStateMachines(request) {
      const { items, nextToken } = pageOf({
        items: [...engine.machines.values()],
        page: pageSchema.parse(request),
        subject: 'machines',
      });
      return { stateMachines: items.map(summarise), nextToken };
    },
  };
}

function summarise(machine: Machine): object {
  return { stateMachineArn: machine.arn, name: machine.name, type: 'STANDARD', creationDate };
}
