import { findingsPage } from '../../../shared/application/runs/findings.ts';
import { runFor } from '../../../shared/application/queries/runs.ts';
import { whileDataStay } from '../../../shared/application/queries/while-data-stay.ts';
import { listFindings } from '../../../shared/contracts/operations/validation.ts';
import { refusal } from '../../../shared/domain/refusal.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { listedByStore } from '../../../shared/runtime/http/listed.ts';
import type { ValidationPorts } from './validation-ports.ts';

export const listFindingsDoor = (ports: ValidationPorts) =>
  door(listFindings, async (request) => {
    const { caller, params, query } = request;
    const scene = whileDataStay(await runFor(ports.store, caller, 'listFindings', params.id));
    if (!scene.ok) return scene;
    const run = scene.value.run.state;
    if (run.status !== 'COMPLETED') return refuse(refusal('RUN_NOT_FINISHED', { status: run.status }));
    const page = await listedByStore(ports.store, listFindings, request, (wish) =>
      findingsPage(ports, caller, { run, filter: query }, wish),
    );
    return page.ok ? ok({ body: page.value }) : page;
  });
