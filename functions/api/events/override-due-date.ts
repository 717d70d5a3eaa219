import { actOnParticipant } from '../../../shared/application/participants/act.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { participantView } from '../../../shared/application/views/participant-view.ts';
import { overrideDueDate } from '../../../shared/contracts/operations/participants.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { rendered } from '../../../shared/runtime/http/rendered.ts';

export const overrideDueDateDoor = (ports: Ports) =>
  door(overrideDueDate, async ({ params, body, caller, expectedVersion }) =>
    rendered(
      await actOnParticipant(ports, 'overrideDueDate', {
        key: { certificationEventId: params.id, organizationId: params.orgId },
        caller,
        repeat: null,
        expectedVersion,
        reason: body.reason,
        command: async () => ({ type: 'overrideDueDate', userId: params.userId, ...body }),
        answer: ({ certificationEvent }, after) =>
          participantView(after, { ...caller, certificationEvent: certificationEvent.state }),
      }),
    ),
  );
