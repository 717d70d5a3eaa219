import type { Machine } from '../definition/read-machine.ts';
import { FlowError } from '../execution/flow-error.ts';
import type { Integrate } from '../execution/flow-run.ts';

/** Whether a role may do something to a resource (ARN), by the policies of the template. */
export type Authorize = (roleArn: string, action: string, resource: string) => boolean;

/** One action of one service: the task's Parameters in, its result out. */
export type Integration = (input: unknown, machine: Machine) => Promise<unknown>;

/** Sends each task to its integration, found by `service:action`. */
export function createIntegrate(integrations: Readonly<Record<string, Integration>>): Integrate {
  return (resource, input, machine) => {
    const integration = integrations[`${resource.service}:${resource.action}`];
    if (!integration)
      throw new FlowError('States.Runtime', `No integration for ${resource.service}:${resource.action}`, true);
    return integration(resource.functionArn ? { FunctionName: resource.functionArn, Payload: input } : input, machine);
  };
}

/** Throws the service's AccessDenied, which names role, action and resource, as the first deployment would. */
export function requireGrant(
  authorize: Authorize,
  machine: Machine,
  error: string,
  action: string,
  resource: string,
): void {
  if (authorize(machine.roleArn, action, resource)) return;
  throw new FlowError(
    error,
    `${machine.roleArn} is not authorized to perform: ${action} on resource: ${resource} (AccessDeniedException)`,
  );
}
