import { actOnCertificationEvent } from '../../../shared/application/certification-events/act.ts';
import { placeLegalHold } from '../../../shared/contracts/operations/events.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import type { EventPorts } from './event-ports.ts';
import { eventAnswer, eventReply } from './event-reply.ts';

export const placeLegalHoldDoor = (ports: EventPorts) =>
  door(placeLegalHold, async ({ params, body, caller, repeat }) =>
    eventReply(
      await actOnCertificationEvent(ports, 'placeLegalHold', {
        id: params.id,
        caller,
        repeat,
        expectedVersion: null,
        reason: body.reason,
        command: async () => ({ type: 'placeLegalHold', ...body }),
        answer: eventAnswer(ports, caller),
      }),
    ),
  );
