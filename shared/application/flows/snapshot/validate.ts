import { type SnapshotTask, snapshotChunk } from '../../../contracts/workflows/snapshot.ts';
import { type OrganizationId, runId } from '../../../kernel/ids.ts';
import type { Caller } from '../../caller.ts';
import { actOnParticipant } from '../../participants/act.ts';
import { hasGroups } from '../../participants/linked-groups.ts';
import { systemCaller } from '../../system-caller.ts';
import { mustCommit } from '../must-commit.ts';
import { readChunk } from './chunk-reads.ts';
import type { SnapshotPorts } from './ports.ts';

type TakeTask = Extract<SnapshotTask, { readonly task: 'take' }>;

/**
 * Queues the runs of one chunk on the snapshots a schedule took, in the chunk's order. Whoever has a run on it already, be it
 * from an interrupted try, is left alone.
 */
export const validateChunk = async (ports: SnapshotPorts, task: TakeTask): Promise<{ readonly outcome: 'DONE' }> => {
  const { certificationEventId, execution, key } = task;
  const list = snapshotChunk.parse(JSON.parse(await ports.objects.readText('reports', key)));
  const organizationIds = list.participants.map(({ organizationId }) => organizationId);
  const chunk = await readChunk(ports, certificationEventId, organizationIds, 'snapshots');
  const validate = (organizationId: OrganizationId, caller: Caller) =>
    actOnParticipant(chunk.ports, 'validateSnapshot', {
      key: { certificationEventId, organizationId },
      caller,
      repeat: null,
      command: async (scene) => ({
        type: 'validateSnapshot',
        runId: runId(ports.ids.next('run')),
        hasGroups: await hasGroups(chunk.ports.store, scene),
      }),
      answer: () => null,
    });
  for (const organizationId of organizationIds) {
    const caller = await systemCaller(chunk.ports, 'snapshot-flow', execution);
    mustCommit(await validate(organizationId, caller));
  }
  return { outcome: 'DONE' };
};
