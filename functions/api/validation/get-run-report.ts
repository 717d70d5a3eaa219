import { runFor } from '../../../shared/application/queries/runs.ts';
import { whileDataStay } from '../../../shared/application/queries/while-data-stay.ts';
import { linkTo } from '../../../shared/application/runs/report.ts';
import { getRunReport } from '../../../shared/contracts/operations/validation.ts';
import { refusal } from '../../../shared/domain/refusal.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import type { ValidationPorts } from './validation-ports.ts';

export const getRunReportDoor = (ports: ValidationPorts) =>
  door(getRunReport, async ({ params, query, caller }) => {
    const scene = whileDataStay(await runFor(ports.store, caller, 'getRunReport', params.id));
    if (!scene.ok) return scene;
    const run = scene.value.run.state;
    if (run.status !== 'COMPLETED') return refuse(refusal('RUN_NOT_FINISHED', { status: run.status }));
    return ok({ body: await linkTo(ports, caller, run, query) });
  });
