import { actOnCertificationEvent } from '../../../shared/application/certification-events/act.ts';
import { definitionFrom } from '../../../shared/application/certification-events/definition.ts';
import { referencesOf } from '../../../shared/application/certification-events/references.ts';
import { replaceCertificationEvent } from '../../../shared/contracts/operations/events.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import type { EventPorts } from './event-ports.ts';
import { eventAnswer, eventReply } from './event-reply.ts';

export const replaceCertificationEventDoor = (ports: EventPorts) =>
  door(replaceCertificationEvent, async ({ params, body, caller, expectedVersion }) => {
    const definition = definitionFrom(body);
    return eventReply(
      await actOnCertificationEvent(ports, 'replaceCertificationEvent', {
        id: params.id,
        caller,
        repeat: null,
        expectedVersion,
        command: async () => ({
          type: 'replaceCertificationEvent',
          definition,
          bodyId: ports.ids.next('bdy'),
          references: await referencesOf(ports.store, definition),
        }),
        answer: eventAnswer(ports, caller),
      }),
    );
  });
