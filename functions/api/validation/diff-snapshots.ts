import { diffSnapshots as diff } from '../../../shared/application/comparisons/diff-snapshots.ts';
import { snapshotFor } from '../../../shared/application/queries/snapshots.ts';
import { diffSnapshots } from '../../../shared/contracts/operations/comparisons.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { listedByStore } from '../../../shared/runtime/http/listed.ts';
import type { ValidationPorts } from './validation-ports.ts';

export const diffSnapshotsDoor = (ports: ValidationPorts) =>
  door(diffSnapshots, async (request) => {
    const { caller, params, query } = request;
    const scene = await snapshotFor(ports.store, caller, 'diffSnapshots', params.id);
    if (!scene.ok) return scene;
    const other = await snapshotFor(ports.store, caller, 'diffSnapshots', query.against);
    const [snapshot, against] = [scene.value.snapshot.state, other.ok ? other.value.snapshot.state : undefined];
    // Of another participant: there is nothing to compare with.
    if (against?.organizationId !== snapshot.organizationId)
      return refuse({ code: 'REFERENCE_UNKNOWN', pointer: '/against' });
    if (snapshot.status !== 'COMPLETED' || against.status !== 'COMPLETED') return refuse({ code: 'NO_SNAPSHOT' });
    const page = await listedByStore(ports.store, diffSnapshots, request, (wish) =>
      diff(ports, { snapshot, against }, query, wish),
    );
    return page.ok ? ok({ body: page.value }) : page;
  });
