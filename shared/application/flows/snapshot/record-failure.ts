import type { SnapshotTask } from '../../../contracts/workflows/snapshot.ts';
import type { PortsWithObjects } from '../../ports/ports.ts';
import { systemCaller } from '../../system-caller.ts';
import { giveUpSnapshot } from './give-up.ts';
import { startAgain } from '../start-again.ts';

type FailureTask = Extract<SnapshotTask, { readonly task: 'record-failure' }>;

/** One snapshot: says so on it, and its people may take it again. A whole list: the flow starts anew, a few times. */
export const recordSnapshotFailure = async (
  ports: PortsWithObjects,
  task: FailureTask,
): Promise<{ readonly outcome: 'RECORDED' }> => {
  const caller = await systemCaller(ports, 'snapshot-flow', task.execution);
  const { version, certificationEventId, trigger } = task;
  if (task.snapshotId !== null) await giveUpSnapshot(ports, caller, task.snapshotId);
  else
    await startAgain(ports, caller, 'snapshot', task.execution, {
      version,
      certificationEventId,
      trigger,
      organizationIds: null,
      snapshotId: null,
    });
  return { outcome: 'RECORDED' };
};
