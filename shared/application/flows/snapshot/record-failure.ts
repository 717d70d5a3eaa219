import type { SnapshotTask } from '../../../contracts/workflows/snapshot.ts';
import { ok } from '../../../kernel/result.ts';
import type { Caller } from '../../caller.ts';
import { handleCommand } from '../../handle-command.ts';
import type { OutboxMessage } from '../../outbox.ts';
import type { PortsWithObjects } from '../../ports/ports.ts';
import { systemCaller } from '../../system-caller.ts';
import { mustCommit } from '../must-commit.ts';
import { startAgain } from '../start-again.ts';
import { giveUpSnapshot } from './give-up.ts';

type FailureTask = Extract<SnapshotTask, { readonly task: 'record-failure' }>;

const kinds = { TAKING: 'SNAPSHOT_FAILED', VALIDATING: 'RUN_FAILED' } as const;

/**
 * Nobody's record says that the schedule stopped half way, so the state is told, which can take the missing ones, or have them
 * validated, by hand.
 */
const tellStopped = async (ports: PortsWithObjects, caller: Caller, task: FailureTask): Promise<void> => {
  const { certificationEventId, execution, trigger } = task;
  const stopped = trigger === 'VALIDATION' ? 'VALIDATING' : 'TAKING';
  const kind = kinds[stopped];
  const message: OutboxMessage = {
    type: 'NOTIFY',
    notification: {
      kind,
      certificationEventId,
      organizationId: null,
      audience: { kind: 'STATE_WATCHERS' },
      dedupe: `${kind}.${execution}`,
      postedAt: caller.now,
      facts: { stopped },
    },
  };
  mustCommit(
    await handleCommand(ports, {
      caller,
      repeat: null,
      operation: 'tellStoppedSnapshots',
      target: certificationEventId,
      attempt: async () => ok({ transitions: [], outbox: [message], answer: null }),
    }),
  );
};

/** One snapshot: says so on it, and its people may take it again. A whole list: the flow starts anew, a few times. */
export const recordSnapshotFailure = async (
  ports: PortsWithObjects,
  task: FailureTask,
): Promise<{ readonly outcome: 'RECORDED' }> => {
  const caller = await systemCaller(ports, 'snapshot-flow', task.execution);
  const { version, certificationEventId, trigger } = task;
  const input = { version, certificationEventId, trigger, organizationIds: null, snapshotId: null };
  if (task.snapshotId !== null) await giveUpSnapshot(ports, caller, task.snapshotId);
  else if (!(await startAgain(ports, caller, 'snapshot', task.execution, input)))
    await tellStopped(ports, caller, task);
  return { outcome: 'RECORDED' };
};
