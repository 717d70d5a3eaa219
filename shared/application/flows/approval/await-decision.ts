import type { ApprovalTask } from '../../../contracts/workflows/approval.ts';
import type { Workflows } from '../../ports/deliveries.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Waits } from '../../ports/waits.ts';
import { readOutcome } from './outcome.ts';

export interface WaitPorts extends Ports {
  readonly waits: Waits;
  readonly workflows: Workflows;
}

/**
 * Registers the flow's token and then looks again: whoever decided just before did not see the token, so this answers it
 * at once (ruling G).
 */
export const awaitDecision = async (
  ports: WaitPorts,
  task: Extract<ApprovalTask, { readonly task: 'await-decision' }>,
): Promise<null> => {
  const { certificationEventId, organizationId, sentSequence, token } = task;
  const wait = { key: { certificationEventId, organizationId }, sentSequence, token, registeredAt: ports.clock.now() };
  await ports.waits.register(wait);
  const outcome = await readOutcome(ports, task);
  if (outcome !== undefined) {
    await ports.workflows.answer(token, { outcome });
    await ports.waits.markAnswered(wait, ports.clock.now());
  }
  return null;
};
