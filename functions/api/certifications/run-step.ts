import { actOnParticipant } from '../../../shared/application/participants/act.ts';
import { hasGroups } from '../../../shared/application/participants/linked-groups.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { currentPins } from '../../../shared/application/runs/data-pins.ts';
import { laneOfStep } from '../../../shared/application/runs/queue-run.ts';
import { queuedRunView } from '../../../shared/application/views/run-view.ts';
import { runStep } from '../../../shared/contracts/operations/certifications.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { runId } from '../../../shared/kernel/ids.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { rendered } from '../../../shared/runtime/http/rendered.ts';
import { participantKey } from './participant-key.ts';

// The product shows where a step runs but offers no choice.
const demandedRunOn = {
  'district-validation': 'DISTRICT',
  'state-validation': 'STATE_BATCH',
  'snapshot-validation': 'STATE_BATCH',
};

export const runStepDoor = (ports: Ports) =>
  door(runStep, async ({ params, body, caller, repeat }) => {
    if (body.runOn !== undefined && body.runOn !== demandedRunOn[params.step])
      return refuse({ code: 'INVALID_INPUT', pointer: '/runOn' });
    const outcome = await actOnParticipant(ports, 'runStep', {
      key: participantKey(params),
      caller,
      repeat,
      details: { format: body.format },
      command: async (scene) => ({
        type: 'runStep',
        step: params.step,
        runId: runId(ports.ids.next('run')),
        dataHash: (await currentPins(ports.store, scene.participant.state, laneOfStep[params.step])).hash,
        hasGroups: await hasGroups(ports.store, scene),
      }),
      answer: (_, after, written) => queuedRunView(ports.store, caller, { after, written, step: params.step }),
    });
    return rendered(outcome, (run) => ({ location: `/v1/runs/${run.id}` }));
  });
