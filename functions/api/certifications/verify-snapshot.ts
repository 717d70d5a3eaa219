import type { PortsWithObjects } from '../../../shared/application/ports/ports.ts';
import { snapshotFor } from '../../../shared/application/queries/snapshots.ts';
import { whileDataStay } from '../../../shared/application/queries/while-data-stay.ts';
import { verifySnapshot as verify } from '../../../shared/application/snapshots/verify.ts';
import { verifySnapshot } from '../../../shared/contracts/operations/certifications.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const verifySnapshotDoor = ({ store, objects }: PortsWithObjects) =>
  door(verifySnapshot, async ({ params, caller }) => {
    const scene = whileDataStay(await snapshotFor(store, caller, 'verifySnapshot', params.id));
    if (!scene.ok) return scene;
    const { state } = scene.value.snapshot;
    return state.status === 'COMPLETED' ? ok({ body: await verify(objects, state) }) : refuse({ code: 'NO_SNAPSHOT' });
  });
