import type { Ports } from '../../../shared/application/ports/ports.ts';
import { certificationEventFor } from '../../../shared/application/queries/certification-events.ts';
import { snapshotSchedules } from '../../../shared/application/queries/snapshot-schedules.ts';
import { snapshotView } from '../../../shared/application/views/snapshot-view.ts';
import { listSnapshots } from '../../../shared/contracts/operations/participants.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { listedByStore } from '../../../shared/runtime/http/listed.ts';

export const listSnapshotsDoor = ({ store }: Ports) =>
  door(listSnapshots, async (request) => {
    const { id } = request.params;
    const read = await certificationEventFor(store, request.caller, 'listSnapshots', id);
    if (!read.ok) return read;
    const page = await listedByStore(store, listSnapshots, request, (wish) =>
      store.snapshotsOfCertificationEvent(id, wish),
    );
    if (!page.ok) return page;
    const { items, nextCursor } = page.value;
    const snapshots = items.map(({ state }) => snapshotView(state));
    return ok({ body: { snapshots, schedules: await snapshotSchedules(store, id), nextCursor } });
  });
