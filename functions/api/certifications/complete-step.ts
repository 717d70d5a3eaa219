import { actOnParticipant } from '../../../shared/application/participants/act.ts';
import { hasGroups } from '../../../shared/application/participants/linked-groups.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { viewedByCaller } from '../../../shared/application/runs/viewed.ts';
import { certificationRow } from '../../../shared/application/views/worklist-row.ts';
import { completeStep } from '../../../shared/contracts/operations/certifications.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { rendered } from '../../../shared/runtime/http/rendered.ts';
import { participantKey } from './participant-key.ts';

export const completeStepDoor = (ports: Ports) =>
  door(completeStep, async ({ params, body, caller, repeat }) =>
    rendered(
      await actOnParticipant(ports, 'completeStep', {
        key: participantKey(params),
        caller,
        repeat,
        command: async (scene) => ({
          type: 'completeStep',
          step: params.step,
          reviewed: body.reviewed,
          hasGroups: await hasGroups(ports.store, scene),
          viewed: await viewedByCaller(ports.store, caller, scene.participant.state.steps[params.step]?.runId),
        }),
        answer: certificationRow,
      }),
    ),
  );
