import { createWorkflows } from '../adapters/stepfunctions/workflows.ts';
import type { MachineName } from '../application/outbox.ts';
import type { Workflows } from '../application/ports/deliveries.ts';
import { type EnvironmentName, env } from '../runtime/env.ts';

const arnIn: Readonly<Record<MachineName, EnvironmentName>> = {
  publish: 'PUBLISH_MACHINE_ARN',
  snapshot: 'SNAPSHOT_MACHINE_ARN',
  approval: 'APPROVAL_MACHINE_ARN',
};

/** Starting the machines a function declares, and answering waits, which needs no machine's name. */
export const workflows = (...used: readonly MachineName[]): Workflows =>
  createWorkflows({ machines: Object.fromEntries(used.map((machine) => [machine, env(arnIn[machine])])) });
