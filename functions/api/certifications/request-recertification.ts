import { actOnParticipant } from '../../../shared/application/participants/act.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { pendingRequestView } from '../../../shared/application/views/request-view.ts';
import { requestRecertification } from '../../../shared/contracts/operations/certifications.ts';
import { requestId } from '../../../shared/kernel/ids.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { rendered } from '../../../shared/runtime/http/rendered.ts';
import { participantKey } from './participant-key.ts';

export const requestRecertificationDoor = (ports: Ports) =>
  door(requestRecertification, async ({ params, body, caller, repeat }) =>
    rendered(
      await actOnParticipant(ports, 'requestRecertification', {
        key: participantKey(params),
        caller,
        repeat,
        reason: body.reason,
        command: async () => ({
          type: 'requestRecertification',
          requestId: requestId(ports.ids.next('req')),
          reason: body.reason,
        }),
        answer: (_, after) => pendingRequestView(after),
      }),
      () => ({ location: `/v1/certifications/${params.eventId}/${params.orgId}` }),
    ),
  );
