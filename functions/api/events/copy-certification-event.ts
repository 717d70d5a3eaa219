import { copyCertificationEvent as copy } from '../../../shared/application/certification-events/copy.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { copyCertificationEvent } from '../../../shared/contracts/operations/events.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { eventAnswer, locatedReply } from './event-reply.ts';

export const copyCertificationEventDoor = (ports: Ports) =>
  door(copyCertificationEvent, async ({ params, caller, repeat }) =>
    locatedReply(await copy(ports, { id: params.id, caller, repeat, answer: eventAnswer(ports.store, caller) })),
  );
