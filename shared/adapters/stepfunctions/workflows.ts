import { SendTaskSuccessCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { MachineName } from '../../application/outbox.ts';
import type { Workflows } from '../../application/ports/deliveries.ts';
import { alreadyDoneWhen } from '../already-done.ts';
import { clientConfiguration } from '../client-configuration.ts';

interface Parts {
  readonly client?: SFNClient;
  /** ARNs of the machines this function starts. */
  readonly machines: Readonly<Partial<Record<MachineName, string>>>;
}

export const createWorkflows = ({ client = new SFNClient(clientConfiguration), machines }: Parts): Workflows => ({
  async start(machine, name, input) {
    const stateMachineArn = machines[machine];
    if (stateMachineArn === undefined) throw new Error(`this function declares no use of the ${machine} machine`);
    await alreadyDoneWhen(
      ['ExecutionAlreadyExists'],
      client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) })),
    );
  },

  async answer(taskToken, output) {
    await alreadyDoneWhen(
      ['TaskTimedOut', 'TaskDoesNotExist'],
      client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) })),
    );
  },
});
