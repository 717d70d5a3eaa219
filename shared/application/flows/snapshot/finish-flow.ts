import type { SnapshotTask } from '../../../contracts/workflows/snapshot.ts';
import { ok } from '../../../kernel/result.ts';
import { publishDatamart } from '../../datamart/publish.ts';
import { handleCommand } from '../../handle-command.ts';
import type { SnapshotFlowInput } from '../../outbox.ts';
import { systemCaller } from '../../system-caller.ts';
import { mustCommit } from '../must-commit.ts';
import { firstNameOf } from '../start-again.ts';
import type { SnapshotPorts } from './ports.ts';

type FinishTask = Extract<SnapshotTask, { readonly task: 'finish' }>;

/**
 * What a schedule took is validated by a flow of its own: only when all are taken it is known whose data are the biggest, and
 * taking them waits for no run. However often this flow was started again, that one is the same.
 */
const startValidation = async (ports: SnapshotPorts, task: FinishTask): Promise<void> => {
  const { version, certificationEventId, execution } = task;
  const common = { version, certificationEventId, organizationIds: null, snapshotId: null };
  const input: SnapshotFlowInput = { ...common, trigger: 'VALIDATION' };
  mustCommit(
    await handleCommand(ports, {
      caller: await systemCaller(ports, 'snapshot-flow', execution),
      repeat: null,
      operation: 'validateSnapshots',
      target: certificationEventId,
      attempt: async () =>
        ok({
          transitions: [],
          outbox: [
            { type: 'START_EXECUTION', machine: 'snapshot', name: `${firstNameOf(execution)}.validation`, input },
          ],
          answer: null,
        }),
    }),
  );
};

export const finishFlow = async (ports: SnapshotPorts, task: FinishTask): Promise<{ readonly outcome: 'FINISHED' }> => {
  if (task.trigger === 'FULL' || task.trigger === 'CLEANUP') await startValidation(ports, task);
  if (task.trigger !== 'VALIDATION') await publishDatamart(ports, task.certificationEventId);
  return { outcome: 'FINISHED' };
};
