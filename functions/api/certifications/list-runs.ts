import type { Ports } from '../../../shared/application/ports/ports.ts';
import { participantFor } from '../../../shared/application/queries/certification-events.ts';
import { localRuns } from '../../../shared/application/queries/runs.ts';
import { runsWithExtras } from '../../../shared/application/views/run-view.ts';
import { listRuns } from '../../../shared/contracts/operations/certifications.ts';
import type { ValidationRun } from '../../../shared/domain/validation-run/state.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { listed } from '../../../shared/runtime/http/listed.ts';
import { newestFirst } from '../../../shared/runtime/http/ordering.ts';
import { participantKey } from './participant-key.ts';

export const listRunsDoor = ({ store }: Ports) =>
  door(listRuns, async (request) => {
    const { caller, params, query } = request;
    const scene = await participantFor(store, caller, 'listRuns', participantKey(params));
    if (!scene.ok) return scene;
    const items = await localRuns(store, caller, participantKey(params), query);
    return listed(store, listRuns, request, {
      items,
      ordering: newestFirst<ValidationRun>(
        (run) => run.queuedAt,
        (run) => run.id,
      ),
      view: { together: (runs) => runsWithExtras(store, caller, runs) },
    });
  });
