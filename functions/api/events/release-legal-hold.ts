import { actOnCertificationEvent } from '../../../shared/application/certification-events/act.ts';
import { releaseLegalHold } from '../../../shared/contracts/operations/events.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import type { EventPorts } from './event-ports.ts';
import { eventAnswer, eventReply } from './event-reply.ts';

export const releaseLegalHoldDoor = (ports: EventPorts) =>
  door(releaseLegalHold, async ({ params, body, caller, repeat }) =>
    eventReply(
      await actOnCertificationEvent(ports, 'releaseLegalHold', {
        id: params.id,
        caller,
        repeat,
        expectedVersion: null,
        reason: body.reason,
        command: async () => ({ type: 'releaseLegalHold', ...body }),
        answer: eventAnswer(ports, caller),
      }),
    ),
  );
