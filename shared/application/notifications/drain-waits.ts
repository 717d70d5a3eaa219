import type { CertificationEventId } from '../../kernel/ids.ts';
import type { Queues, Workflows } from '../ports/deliveries.ts';
import type { Ports } from '../ports/ports.ts';
import type { Waits } from '../ports/waits.ts';

export interface DrainPorts extends Ports {
  readonly waits: Waits;
  readonly workflows: Workflows;
  readonly queues: Queues;
}

/** Ends the approval flows that still wait for a certification event that was closed, one page of participants at a time. */
export const drainWaits = async (
  ports: DrainPorts,
  certificationEventId: CertificationEventId,
  from: string | undefined,
): Promise<void> => {
  const page = await ports.store.participantsPage(certificationEventId, { limit: 100, from });
  for (const { state } of page.items) {
    if (state.sentSequence === 0) continue;
    const wait = await ports.waits.open(
      { certificationEventId, organizationId: state.organizationId },
      state.sentSequence,
    );
    if (wait === undefined) continue;
    await ports.workflows.answer(wait.token, { outcome: state.status === 'APPROVED' ? 'APPROVED' : 'CLOSED' });
    await ports.waits.markAnswered(wait, ports.clock.now());
  }
  if (page.next !== undefined)
    await ports.queues.sendNotification({ version: 1, type: 'DRAIN_WAITS', certificationEventId, from: page.next });
};
