import { type SnapshotTask, snapshotChunk } from '../../../contracts/workflows/snapshot.ts';
import { hasOrGetsSnapshot } from '../../../domain/participant/decide-take-snapshot.ts';
import type { Participant } from '../../../domain/participant/state.ts';
import { snapshotId } from '../../../kernel/ids.ts';
import { systemCaller } from '../../system-caller.ts';
import { readChunk } from './chunk-reads.ts';
import { districtFiles } from './district-files.ts';
import { finishSnapshot } from './finish-snapshot.ts';
import { groupsOf } from './groups.ts';
import type { SnapshotPlace } from './pin.ts';
import type { SnapshotPorts } from './ports.ts';
import { takeTogether } from './take-together.ts';

type TakeTask = Extract<SnapshotTask, { readonly task: 'take' }>;

const placeOf = (
  { ids }: SnapshotPorts,
  { certificationEventId, organizationId, districtId }: Participant,
): SnapshotPlace => ({ id: snapshotId(ids.next('snp')), certificationEventId, organizationId, districtId });

/**
 * Takes the snapshots of one chunk: those that were asked for before one after the other, all others several at a time. Of a
 * district no rows are touched. What was taken before an interruption is not taken again.
 */
export const takeChunk = async (ports: SnapshotPorts, task: TakeTask): Promise<{ readonly outcome: 'DONE' }> => {
  const { participants } = snapshotChunk.parse(JSON.parse(await ports.objects.readText('reports', task.key)));
  const chunk = await readChunk(
    ports,
    task.certificationEventId,
    participants.map(({ organizationId }) => organizationId),
    'lanes',
  );
  const asked = participants.flatMap(({ snapshotId: id }) => (id === null ? [] : [id]));
  const unasked = new Set(
    participants.filter(({ snapshotId: id }) => id === null).map(({ organizationId }) => organizationId),
  );
  const others = chunk.participants.filter((one) => unasked.has(one.organizationId) && !hasOrGetsSnapshot(one));
  const trigger = task.trigger === 'FULL' ? 'FULL' : 'CLEANUP';
  await ports.folders.within(async (folder) => {
    const files = districtFiles(ports, folder);
    const callerNow = () => systemCaller(chunk.ports, 'snapshot-flow', task.execution);
    for (const id of asked) await finishSnapshot(chunk.ports, await callerNow(), id, files);
    for (const group of groupsOf(others)) {
      const places = group.map((one) => placeOf(ports, one));
      await takeTogether(chunk.ports, { caller: await callerNow(), trigger, places, files });
    }
  });
  return { outcome: 'DONE' };
};
