import { takenAtOnce } from '../../../domain/snapshot/decide.ts';
import type { SnapshotId } from '../../../kernel/ids.ts';
import type { Caller } from '../../caller.ts';
import { noEffects } from '../../effects.ts';
import type { ParticipantKey } from '../../entities.ts';
import type { ParticipantAct } from '../../participants/act.ts';
import { pinRow, type StateCopy, writeManifest } from './pin.ts';
import type { SnapshotPorts } from './ports.ts';
import { tellOfSnapshot } from './tell.ts';

export interface ScheduledTake {
  readonly id: SnapshotId;
  readonly key: ParticipantKey;
  readonly trigger: 'FULL' | 'CLEANUP';
  readonly copy: StateCopy;
}

/**
 * A scheduled snapshot whose data have been read: asked for and completed in one decision, so that nothing is left half taken.
 * The participant's own record keeps both happenings.
 */
export const takeHere = (
  ports: SnapshotPorts,
  caller: Caller,
  { id, key, trigger, copy }: ScheduledTake,
): ParticipantAct<null> => {
  const { versions, contentHash, copiesDiffer } = copy;
  return {
    key,
    caller,
    repeat: null,
    details: {
      takenHere: async (asked) => {
        const manifest = await writeManifest(ports, asked, copy);
        return takenAtOnce(asked, { pinned: versions, contentHash, manifest, copiesDiffer }, caller).snapshot;
      },
    },
    // When the lanes move meanwhile it is decided again, about what is there then.
    restsOn: copy.district.unchanged,
    command: async () => ({
      type: 'takeScheduledSnapshot',
      trigger,
      snapshotId: id,
      contentHash,
    }),
    also: async (scene, happenings) =>
      happenings.length === 0
        ? noEffects
        : {
            transitions: [],
            inserts: pinRow(id, copy),
            outbox: [...tellOfSnapshot(scene, { id, organizationId: key.organizationId, requestedBy: null, trigger })],
          },
    answer: () => null,
  };
};
