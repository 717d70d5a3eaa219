import { createCertificationEvent as create } from '../../../shared/application/certification-events/create.ts';
import { createCertificationEvent } from '../../../shared/contracts/operations/events.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import type { EventPorts } from './event-ports.ts';
import { eventAnswer, locatedReply } from './event-reply.ts';

export const createCertificationEventDoor = (ports: EventPorts) =>
  door(createCertificationEvent, async ({ body, caller, repeat }) =>
    locatedReply(await create(ports, { caller, repeat, sent: body, answer: eventAnswer(ports, caller) })),
  );
