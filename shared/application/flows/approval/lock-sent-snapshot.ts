import type { ApprovalTask } from '../../../contracts/workflows/approval.ts';
import { ok } from '../../../kernel/result.ts';
import { handleCommand } from '../../handle-command.ts';
import { loadScene } from '../../participants/scene.ts';
import type { Ports } from '../../ports/ports.ts';
import { snapshotTransition } from '../../snapshots/transition.ts';
import { systemCaller } from '../../system-caller.ts';
import { mustCommit } from '../must-commit.ts';

/**
 * Locks the record of the snapshot that was sent, as its participant says already. The participant's word alone counts: a
 * flow that comes late finds nothing locked any more and leaves the record, and a closed certification event is frozen.
 */
export const lockSentSnapshot = async (ports: Ports, task: ApprovalTask): Promise<void> => {
  const { certificationEventId, organizationId } = task;
  const caller = await systemCaller(ports, 'approval-flow', task.execution);
  mustCommit(
    await handleCommand(ports, {
      caller,
      repeat: null,
      operation: 'lockSnapshot',
      target: `${certificationEventId}/${organizationId}`,
      attempt: async () => {
        const scene = await loadScene(ports.store, caller, { certificationEventId, organizationId });
        const sent = scene?.participant.state.snapshot;
        if (scene?.certificationEvent.state.status !== 'PUBLISHED' || sent?.state !== 'LOCKED')
          return ok({ transitions: [], answer: null });
        const { revision } = scene.certificationEvent.state.published;
        const transitions = await snapshotTransition(ports.store, caller, sent.snapshotId, { type: 'lockSnapshot' });
        return ok({ transitions, fence: { certificationEventId, organizationId, revision }, answer: null });
      },
    }),
  );
};
