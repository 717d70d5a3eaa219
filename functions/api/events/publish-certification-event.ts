import { actOnCertificationEvent } from '../../../shared/application/certification-events/act.ts';
import { publishFacts } from '../../../shared/application/certification-events/publish-facts.ts';
import { publishCertificationEvent } from '../../../shared/contracts/operations/events.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import type { EventPorts } from './event-ports.ts';
import { eventAnswer, locatedReply } from './event-reply.ts';

export const publishCertificationEventDoor = (ports: EventPorts) =>
  door(publishCertificationEvent, async ({ params, body, caller, repeat }) =>
    locatedReply(
      await actOnCertificationEvent(ports, 'publishCertificationEvent', {
        id: params.id,
        caller,
        repeat,
        expectedVersion: null,
        command: async (before) => ({
          type: 'publishCertificationEvent',
          ...body,
          bodyId: ports.ids.next('bdy'),
          facts: await publishFacts(ports.store, before),
        }),
        answer: eventAnswer(ports, caller),
      }),
    ),
  );
