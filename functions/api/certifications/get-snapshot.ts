import type { Ports } from '../../../shared/application/ports/ports.ts';
import { snapshotFor } from '../../../shared/application/queries/snapshots.ts';
import { snapshotView } from '../../../shared/application/views/snapshot-view.ts';
import { getSnapshot } from '../../../shared/contracts/operations/certifications.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const getSnapshotDoor = ({ store }: Ports) =>
  door(getSnapshot, async ({ params, caller }) => {
    const scene = await snapshotFor(store, caller, 'getSnapshot', params.id);
    if (!scene.ok) return scene;
    const { snapshot, participant } = scene.value;
    return ok({
      body: snapshotView(snapshot.state, participant.state),
      version: snapshot.version,
      retryAfter: snapshot.state.status === 'QUEUED' ? 1 : undefined,
    });
  });
