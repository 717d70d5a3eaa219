import { actOnCertificationEvent } from '../../../shared/application/certification-events/act.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { releaseLegalHold } from '../../../shared/contracts/operations/events.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { eventAnswer, eventReply } from './event-reply.ts';

export const releaseLegalHoldDoor = (ports: Ports) =>
  door(releaseLegalHold, async ({ params, body, caller, repeat }) =>
    eventReply(
      await actOnCertificationEvent(ports, 'releaseLegalHold', {
        id: params.id,
        caller,
        repeat,
        expectedVersion: null,
        reason: body.reason,
        command: async () => ({ type: 'releaseLegalHold', ...body }),
        answer: eventAnswer(ports.store, caller),
      }),
    ),
  );
