import { actOnParticipant } from '../../../shared/application/participants/act.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { differingCopiesNow } from '../../../shared/application/views/differing-copies.ts';
import { queuedSnapshotView } from '../../../shared/application/views/snapshot-view.ts';
import { takeSnapshot } from '../../../shared/contracts/operations/certifications.ts';
import { snapshotId } from '../../../shared/kernel/ids.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { rendered } from '../../../shared/runtime/http/rendered.ts';
import { participantKey } from './participant-key.ts';

export const takeSnapshotDoor = (ports: Ports) =>
  door(takeSnapshot, async ({ params, body, caller, repeat }) =>
    rendered(
      await actOnParticipant(ports, 'takeSnapshot', {
        key: participantKey(params),
        caller,
        repeat,
        command: async () => ({
          type: 'takeSnapshot',
          snapshotId: snapshotId(ports.ids.next('snp')),
          confirm: body.confirm,
        }),
        answer: async (_, after, written) => {
          const [snapshot, copies] = await Promise.all([
            queuedSnapshotView(ports.store, after, written),
            differingCopiesNow(ports.store, after),
          ]);
          return { ...snapshot, differingCopies: copies };
        },
      }),
      (snapshot) => ({ location: `/v1/snapshots/${snapshot.id}` }),
    ),
  );
