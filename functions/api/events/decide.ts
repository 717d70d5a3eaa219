import { decideOnParticipants } from '../../../shared/application/participants/decide-many.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { decide } from '../../../shared/contracts/operations/participants.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { rendered } from '../../../shared/runtime/http/rendered.ts';

export const decideDoor = (ports: Ports) =>
  door(decide, async ({ params, body, caller, repeat }) =>
    rendered(await decideOnParticipants(ports, { id: params.id, sent: body, caller, repeat })),
  );
