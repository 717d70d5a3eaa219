import { type SnapshotTask, snapshotChunk } from '../../../contracts/workflows/snapshot.ts';
import type { OrganizationId, SnapshotId } from '../../../kernel/ids.ts';
import { snapshotId } from '../../../kernel/ids.ts';
import type { Caller } from '../../caller.ts';
import { actOnParticipant } from '../../participants/act.ts';
import type { PortsWithObjects } from '../../ports/ports.ts';
import { systemCaller } from '../../system-caller.ts';
import { mustCommit } from '../must-commit.ts';
import { finishSnapshot } from './finish-snapshot.ts';

type TakeTask = Extract<SnapshotTask, { readonly task: 'take' }>;

/** Queues a participant's snapshot in the flow's own name; undefined when it has one meanwhile. */
const queueHere = async (
  ports: PortsWithObjects,
  caller: Caller,
  task: TakeTask,
  organizationId: OrganizationId,
): Promise<SnapshotId | undefined> => {
  const id = snapshotId(ports.ids.next('snp'));
  const outcome = await actOnParticipant(ports, 'queueScheduledSnapshot', {
    key: { certificationEventId: task.certificationEventId, organizationId },
    caller,
    repeat: null,
    details: { takenHere: true },
    command: async () => ({
      type: 'queueScheduledSnapshot',
      trigger: task.trigger === 'FULL' ? 'FULL' : 'CLEANUP',
      snapshotId: id,
    }),
    answer: (_, after) => after.snapshot?.snapshotId ?? null,
  });
  // Closed or sent meanwhile: there is nothing to take any more.
  if (!outcome.ok && outcome.failure.code !== 'CONFLICT') return undefined;
  return mustCommit(outcome) === id ? id : undefined;
};

/** Takes the snapshots of one chunk, one participant after the other: each is some reads and one transaction, no rows. */
export const takeChunk = async (ports: PortsWithObjects, task: TakeTask): Promise<{ readonly outcome: 'TAKEN' }> => {
  const chunk = snapshotChunk.parse(JSON.parse(await ports.objects.readText('reports', task.key)));
  for (const { organizationId, snapshotId: queued } of chunk.participants) {
    const caller = await systemCaller(ports, 'snapshot-flow', task.execution);
    const id = queued ?? (await queueHere(ports, caller, task, organizationId));
    if (id !== undefined) await finishSnapshot(ports, caller, id);
  }
  return { outcome: 'TAKEN' };
};
