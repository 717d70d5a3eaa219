import type { SnapshotTask } from '../../../contracts/workflows/snapshot.ts';
import type { SnapshotId } from '../../../kernel/ids.ts';
import type { Caller } from '../../caller.ts';
import { actOnParticipant } from '../../participants/act.ts';
import { notification } from '../../participants/notify.ts';
import type { PortsWithObjects } from '../../ports/ports.ts';
import { snapshotTransition } from '../../snapshots/transition.ts';
import { systemCaller } from '../../system-caller.ts';
import { mustCommit } from '../must-commit.ts';
import { failSnapshot } from './fail-snapshot.ts';
import { startAgain } from '../start-again.ts';

type FailureTask = Extract<SnapshotTask, { readonly task: 'record-failure' }>;

const problem = 'The snapshot could not be taken. Take it again.';

const recordOn = async (ports: PortsWithObjects, caller: Caller, id: SnapshotId): Promise<void> => {
  const snapshot = await ports.store.load('snapshot', id);
  if (snapshot?.state.status !== 'QUEUED') return;
  const { certificationEventId, organizationId, requestedBy } = snapshot.state;
  const outcome = await actOnParticipant(ports, 'recordSnapshotFailed', {
    key: { certificationEventId, organizationId },
    caller,
    repeat: null,
    command: async () => ({ type: 'recordSnapshotFailed', snapshotId: id, problem }),
    also: async (scene) => ({
      transitions: await snapshotTransition(ports.store, caller, id, { type: 'failSnapshot', problem }),
      inserts: [],
      outbox: [
        notification(
          scene,
          'SNAPSHOT_FAILED',
          requestedBy === null ? { kind: 'STATE_WATCHERS' } : { kind: 'USER', userId: requestedBy },
          { about: id, facts: { text: problem } },
        ),
      ],
    }),
    answer: () => null,
  });
  if (!outcome.ok && outcome.failure.code !== 'CONFLICT') return failSnapshot(ports, caller, id, problem);
  mustCommit(outcome);
};

/** One snapshot: says so on it, and its people may take it again. A whole list: the flow starts anew, a few times. */
export const recordSnapshotFailure = async (
  ports: PortsWithObjects,
  task: FailureTask,
): Promise<{ readonly outcome: 'RECORDED' }> => {
  const caller = await systemCaller(ports, 'snapshot-flow', task.execution);
  const { version, certificationEventId, trigger } = task;
  if (task.snapshotId !== null) await recordOn(ports, caller, task.snapshotId);
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
