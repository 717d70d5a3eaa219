import type { Caller } from '../../../shared/application/caller.ts';
import { comparedBy } from '../../../shared/application/comparisons/compared.ts';
import { compareSnapshots, diffSnapshots as diff } from '../../../shared/application/comparisons/diff-snapshots.ts';
import { snapshotFor } from '../../../shared/application/queries/snapshots.ts';
import { whileDataStay } from '../../../shared/application/queries/while-data-stay.ts';
import { diffSnapshots } from '../../../shared/contracts/operations/comparisons.ts';
import type { Snapshot } from '../../../shared/domain/snapshot/state.ts';
import type { SnapshotId } from '../../../shared/kernel/ids.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { listedByStore } from '../../../shared/runtime/http/listed.ts';
import type { ValidationPorts } from './validation-ports.ts';

const stateIn = (scene: Awaited<ReturnType<typeof snapshotFor>>): Snapshot | undefined =>
  scene.ok ? scene.value.snapshot.state : undefined;

/** The two, of which each may be gone: the other can be of another certification event. */
const comparedFor = async ({ store }: ValidationPorts, caller: Caller, id: SnapshotId, against: SnapshotId) => {
  const scene = whileDataStay(await snapshotFor(store, caller, 'diffSnapshots', id));
  if (!scene.ok) return scene;
  const read = await snapshotFor(store, caller, 'diffSnapshots', against);
  const other = whileDataStay(read);
  return read.ok && !other.ok ? other : comparedBy(scene.value.snapshot.state, stateIn(other));
};

export const diffSnapshotsDoor = (ports: ValidationPorts) =>
  door(diffSnapshots, async (request) => {
    const { caller, params, query } = request;
    const compared = await comparedFor(ports, caller, params.id, query.against);
    if (!compared.ok) return compared;
    const comparison = await compareSnapshots(ports, compared.value);
    if (!comparison.ok) return comparison;
    const page = await listedByStore(ports.store, diffSnapshots, request, (wish) =>
      diff(ports, caller, { compared: compared.value, comparison: comparison.value, filter: query }, wish),
    );
    return page.ok ? ok({ body: page.value }) : page;
  });
