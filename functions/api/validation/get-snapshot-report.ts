import { snapshotFor } from '../../../shared/application/queries/snapshots.ts';
import { whileDataStay } from '../../../shared/application/queries/while-data-stay.ts';
import { snapshotReportLink } from '../../../shared/application/snapshots/report.ts';
import { getSnapshotReport } from '../../../shared/contracts/operations/comparisons.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import type { ValidationPorts } from './validation-ports.ts';

export const getSnapshotReportDoor = (ports: ValidationPorts) =>
  door(getSnapshotReport, async ({ params, query, caller }) => {
    const scene = whileDataStay(await snapshotFor(ports.store, caller, 'getSnapshotReport', params.id));
    if (!scene.ok) return scene;
    const { state } = scene.value.snapshot;
    if (state.status !== 'COMPLETED') return refuse({ code: 'NO_SNAPSHOT' });
    return ok({ body: await snapshotReportLink(ports, scene.value, state, query.format) });
  });
