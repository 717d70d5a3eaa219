import { actOnCertificationEvent } from '../../../shared/application/certification-events/act.ts';
import { discardChanges } from '../../../shared/contracts/operations/events.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import type { EventPorts } from './event-ports.ts';
import { eventAnswer, eventReply } from './event-reply.ts';

export const discardChangesDoor = (ports: EventPorts) =>
  door(discardChanges, async ({ params, caller, repeat }) =>
    eventReply(
      await actOnCertificationEvent(ports, 'discardChanges', {
        id: params.id,
        caller,
        repeat,
        expectedVersion: null,
        command: async () => ({ type: 'discardChanges' }),
        answer: eventAnswer(ports, caller),
      }),
    ),
  );
