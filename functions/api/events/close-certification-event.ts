import { actOnCertificationEvent } from '../../../shared/application/certification-events/act.ts';
import { openWorkOf } from '../../../shared/application/certification-events/open-work.ts';
import { closeCertificationEvent } from '../../../shared/contracts/operations/events.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import type { EventPorts } from './event-ports.ts';
import { eventAnswer, eventReply } from './event-reply.ts';

export const closeCertificationEventDoor = (ports: EventPorts) =>
  door(closeCertificationEvent, async ({ params, body, caller, repeat }) =>
    eventReply(
      await actOnCertificationEvent(ports, 'closeCertificationEvent', {
        id: params.id,
        caller,
        repeat,
        expectedVersion: null,
        reason: body.comment,
        command: async () => ({
          type: 'closeCertificationEvent',
          ...body,
          openWork: await openWorkOf(ports.store, params.id),
        }),
        answer: eventAnswer(ports, caller),
      }),
    ),
  );
