import { copyCertificationEvent as copy } from '../../../shared/application/certification-events/copy.ts';
import { copyCertificationEvent } from '../../../shared/contracts/operations/events.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import type { EventPorts } from './event-ports.ts';
import { eventAnswer, locatedReply } from './event-reply.ts';

export const copyCertificationEventDoor = (ports: EventPorts) =>
  door(copyCertificationEvent, async ({ params, caller, repeat }) =>
    locatedReply(await copy(ports, { id: params.id, caller, repeat, answer: eventAnswer(ports, caller) })),
  );
