import type { Ports } from '../../../shared/application/ports/ports.ts';
import { participantFor } from '../../../shared/application/queries/certification-events.ts';
import { stateRuns } from '../../../shared/application/queries/runs.ts';
import { runsWithExtras } from '../../../shared/application/views/run-view.ts';
import { listStateRuns } from '../../../shared/contracts/operations/participants.ts';
import type { ValidationRun } from '../../../shared/domain/validation-run/state.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { listed } from '../../../shared/runtime/http/listed.ts';
import { newestFirst } from '../../../shared/runtime/http/ordering.ts';

export const listStateRunsDoor = ({ store }: Ports) =>
  door(listStateRuns, async (request) => {
    const { caller, params } = request;
    const key = { certificationEventId: params.id, organizationId: params.orgId };
    const scene = await participantFor(store, caller, 'listStateRuns', key);
    if (!scene.ok) return scene;
    return listed(store, listStateRuns, request, {
      items: await stateRuns(store, key),
      ordering: newestFirst<ValidationRun>(
        (run) => run.queuedAt,
        (run) => run.id,
      ),
      view: { together: (runs) => runsWithExtras(store, caller, runs) },
    });
  });
