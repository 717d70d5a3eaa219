import type { ApprovalTask } from '../../../contracts/workflows/approval.ts';
import type { SnapshotCommand } from '../../../domain/snapshot/commands.ts';
import type { SnapshotId } from '../../../kernel/ids.ts';
import { ok } from '../../../kernel/result.ts';
import { handleCommand } from '../../handle-command.ts';
import type { PortsWithObjects } from '../../ports/ports.ts';
import { snapshotTransition } from '../../snapshots/transition.ts';
import { systemCaller } from '../../system-caller.ts';
import { mustCommit } from '../must-commit.ts';
import { writeCertificate } from './certificate.ts';

type ConcludeTask = Extract<ApprovalTask, { readonly task: 'conclude' }>;

const stepFor: Readonly<Record<ConcludeTask['outcome'], SnapshotCommand['type'] & `${string}Snapshot`>> = {
  APPROVED: 'lockSnapshot',
  RETURNED: 'archiveSnapshot',
  WITHDRAWN: 'unlockSnapshot',
  CLOSED: 'lockSnapshot',
};

const follow = async (ports: PortsWithObjects, task: ConcludeTask, id: SnapshotId): Promise<void> => {
  const caller = await systemCaller(ports, 'approval-flow', task.execution);
  const type = stepFor[task.outcome];
  if (type !== 'lockSnapshot' && type !== 'archiveSnapshot' && type !== 'unlockSnapshot') return;
  mustCommit(
    await handleCommand(ports, {
      caller,
      repeat: null,
      operation: type,
      target: id,
      attempt: async () =>
        ok({ transitions: await snapshotTransition(ports.store, caller, id, { type }), answer: null }),
    }),
  );
};

/** The snapshot this sending was about: the newest of its round. */
const snapshotOf = async (ports: PortsWithObjects, task: ConcludeTask): Promise<SnapshotId | undefined> => {
  const { certificationEventId, organizationId, round } = task;
  const snapshots = await ports.store.snapshotsOf({ certificationEventId, organizationId });
  const ofRound = snapshots
    .map((read) => read.state)
    .filter((one) => one.round === round && one.status === 'COMPLETED');
  return ofRound.sort((left, right) => right.sequence - left.sequence)[0]?.id;
};

/** Locks or releases the snapshot's record as decided, and for an approval writes the certificate of what was certified. */
export const conclude = async (
  ports: PortsWithObjects,
  task: ConcludeTask,
): Promise<{ readonly outcome: 'CONCLUDED' }> => {
  const id = await snapshotOf(ports, task);
  // An approval may have been reversed meanwhile; the snapshot follows the participant, whose word counts.
  if (id !== undefined) await follow(ports, task, id);
  if (task.outcome === 'APPROVED') await writeCertificate(ports, task, id);
  return { outcome: 'CONCLUDED' };
};
