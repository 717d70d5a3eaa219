import { type SnapshotTask, snapshotChunk } from '../../../contracts/workflows/snapshot.ts';
import type { OrganizationId, SnapshotId } from '../../../kernel/ids.ts';
import { snapshotId } from '../../../kernel/ids.ts';
import type { Caller } from '../../caller.ts';
import { actOnParticipant } from '../../participants/act.ts';
import { systemCaller } from '../../system-caller.ts';
import { mustCommit } from '../must-commit.ts';
import { portsOfChunk } from './chunk-reads.ts';
import { districtFiles } from './district-files.ts';
import { finishSnapshot } from './finish-snapshot.ts';
import type { SnapshotPorts } from './ports.ts';

type TakeTask = Extract<SnapshotTask, { readonly task: 'take' }>;

/** Queues a participant's snapshot in the flow's own name; undefined when it has one meanwhile. */
const queueHere = async (
  ports: SnapshotPorts,
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

/**
 * Takes the snapshots of one chunk, one participant after the other: each is one read and its transactions; of a
 * district no rows. What was taken before an interruption is not taken again.
 */
export const takeChunk = async (ports: SnapshotPorts, task: TakeTask): Promise<{ readonly outcome: 'TAKEN' }> => {
  const { participants } = snapshotChunk.parse(JSON.parse(await ports.objects.readText('reports', task.key)));
  const organizationIds = participants.map(({ organizationId }) => organizationId);
  const reading = await portsOfChunk(ports, task.certificationEventId, organizationIds);
  await ports.folders.within(async (folder) => {
    const files = districtFiles(ports, folder);
    for (const { organizationId, snapshotId: queued } of participants) {
      const caller = await systemCaller(reading, 'snapshot-flow', task.execution);
      const id = queued ?? (await queueHere(reading, caller, task, organizationId));
      if (id !== undefined) await finishSnapshot(reading, caller, id, files);
    }
  });
  return { outcome: 'TAKEN' };
};
