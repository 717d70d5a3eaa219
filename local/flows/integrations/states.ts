import * as z from 'zod';
import { ServiceError } from '../api/service-error.ts';
import { FlowError } from '../execution/flow-error.ts';
import type { FlowEngine } from '../flow-engine.ts';
import { type Authorize, type Integration, requireGrant } from './integrate.ts';

const inputSchema = z.object({ StateMachineArn: z.string(), Input: z.unknown(), Name: z.string().optional() });

/** `states:startExecution`, fire and forget; the engine is asked late because it is built from the integrations. */
export function statesIntegrations(
  engine: () => FlowEngine,
  authorize: Authorize,
): Readonly<Record<string, Integration>> {
  return {
    'states:startExecution': async (input, machine) => {
      const { StateMachineArn, Input = {}, Name } = inputSchema.parse(input);
      requireGrant(authorize, machine, 'StepFunctions.AccessDeniedException', 'states:StartExecution', StateMachineArn);
      const text = typeof Input === 'string' ? Input : JSON.stringify(Input);
      try {
        const execution = engine().start({ machineArn: StateMachineArn, input: text, name: Name });
        return { ExecutionArn: execution.arn, StartDate: execution.history[0]?.at };
      } catch (failure) {
        throw failure instanceof ServiceError
          ? new FlowError(`StepFunctions.${failure.code}Exception`, failure.message)
          : failure;
      }
    },
  };
}
