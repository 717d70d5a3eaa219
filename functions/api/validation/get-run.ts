import type { Ports } from '../../../shared/application/ports/ports.ts';
import { runFor } from '../../../shared/application/queries/runs.ts';
import { runWithExtras } from '../../../shared/application/views/run-view.ts';
import { getRun } from '../../../shared/contracts/operations/validation.ts';
import { isEnded } from '../../../shared/domain/validation-run/decide.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const getRunDoor = ({ store }: Ports) =>
  door(getRun, async ({ params, caller }) => {
    const scene = await runFor(store, caller, 'getRun', params.id);
    if (!scene.ok) return scene;
    const { state, version } = scene.value.run;
    const retryAfter = isEnded(state) ? undefined : 1;
    return ok({ body: await runWithExtras(store, caller, state), version, retryAfter });
  });
