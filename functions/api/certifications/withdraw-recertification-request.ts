import { actOnParticipant } from '../../../shared/application/participants/act.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { withdrawnRequestView } from '../../../shared/application/views/request-view.ts';
import { withdrawRecertificationRequest } from '../../../shared/contracts/operations/certifications.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { rendered } from '../../../shared/runtime/http/rendered.ts';
import { participantKey } from './participant-key.ts';

export const withdrawRecertificationRequestDoor = (ports: Ports) =>
  door(withdrawRecertificationRequest, async ({ params, caller, repeat }) =>
    rendered(
      await actOnParticipant(ports, 'withdrawRecertificationRequest', {
        key: participantKey(params),
        caller,
        repeat,
        command: async () => ({ type: 'withdrawRecertificationRequest', requestId: params.id }),
        answer: (scene) => withdrawnRequestView(scene.participant.state),
      }),
    ),
  );
