import { snapshotFor } from '../../../shared/application/queries/snapshots.ts';
import { snapshotReportLink } from '../../../shared/application/snapshots/report.ts';
import { getSnapshotReport } from '../../../shared/contracts/operations/comparisons.ts';
import { dataStay } from '../../../shared/domain/certification-event/lifecycle.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import type { ValidationPorts } from './validation-ports.ts';

export const getSnapshotReportDoor = (ports: ValidationPorts) =>
  door(getSnapshotReport, async ({ params, query, caller }) => {
    const scene = await snapshotFor(ports.store, caller, 'getSnapshotReport', params.id);
    if (!scene.ok) return scene;
    const gone = dataStay(scene.value.certificationEvent.state);
    if (gone !== null) return refuse(gone);
    const { state } = scene.value.snapshot;
    if (state.status !== 'COMPLETED') return refuse({ code: 'NO_SNAPSHOT' });
    return ok({ body: await snapshotReportLink(ports, scene.value, state, query.format) });
  });
