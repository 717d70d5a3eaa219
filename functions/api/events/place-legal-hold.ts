import { actOnCertificationEvent } from '../../../shared/application/certification-events/act.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { placeLegalHold } from '../../../shared/contracts/operations/events.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { eventAnswer, eventReply } from './event-reply.ts';

export const placeLegalHoldDoor = (ports: Ports) =>
  door(placeLegalHold, async ({ params, body, caller, repeat }) =>
    eventReply(
      await actOnCertificationEvent(ports, 'placeLegalHold', {
        id: params.id,
        caller,
        repeat,
        expectedVersion: null,
        reason: body.reason,
        command: async () => ({ type: 'placeLegalHold', ...body }),
        answer: eventAnswer(ports.store, caller),
      }),
    ),
  );
