import { comparedBy } from '../../../shared/application/comparisons/compared.ts';
import { diffSnapshots as diff } from '../../../shared/application/comparisons/diff-snapshots.ts';
import { snapshotFor } from '../../../shared/application/queries/snapshots.ts';
import { diffSnapshots } from '../../../shared/contracts/operations/comparisons.ts';
import { dataStay } from '../../../shared/domain/certification-event/lifecycle.ts';
import type { Snapshot } from '../../../shared/domain/snapshot/state.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { listedByStore } from '../../../shared/runtime/http/listed.ts';
import type { ValidationPorts } from './validation-ports.ts';

const stateIn = (scene: Awaited<ReturnType<typeof snapshotFor>>): Snapshot | undefined =>
  scene.ok ? scene.value.snapshot.state : undefined;

const goneOf = (scene: Awaited<ReturnType<typeof snapshotFor>>) =>
  scene.ok ? dataStay(scene.value.certificationEvent.state) : null;

export const diffSnapshotsDoor = (ports: ValidationPorts) =>
  door(diffSnapshots, async (request) => {
    const { caller, params, query } = request;
    const scene = await snapshotFor(ports.store, caller, 'diffSnapshots', params.id);
    if (!scene.ok) return scene;
    const other = await snapshotFor(ports.store, caller, 'diffSnapshots', query.against);
    const gone = goneOf(scene) ?? goneOf(other);
    if (gone !== null) return refuse(gone);
    const compared = comparedBy(scene.value.snapshot.state, stateIn(other));
    if (!compared.ok) return compared;
    const page = await listedByStore(ports.store, diffSnapshots, request, (wish) =>
      diff(ports, compared.value, query, wish),
    );
    return page.ok ? ok({ body: page.value }) : page;
  });
