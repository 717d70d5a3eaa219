import type { PortsWithObjects } from '../../../shared/application/ports/ports.ts';
import { snapshotFor } from '../../../shared/application/queries/snapshots.ts';
import { verifySnapshot as verify } from '../../../shared/application/snapshots/verify.ts';
import { verifySnapshot } from '../../../shared/contracts/operations/certifications.ts';
import { dataStay } from '../../../shared/domain/certification-event/lifecycle.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const verifySnapshotDoor = ({ store, objects }: PortsWithObjects) =>
  door(verifySnapshot, async ({ params, caller }) => {
    const scene = await snapshotFor(store, caller, 'verifySnapshot', params.id);
    if (!scene.ok) return scene;
    const gone = dataStay(scene.value.certificationEvent.state);
    if (gone !== null) return refuse(gone);
    const { state } = scene.value.snapshot;
    return state.status === 'COMPLETED' ? ok({ body: await verify(objects, state) }) : refuse({ code: 'NO_SNAPSHOT' });
  });
