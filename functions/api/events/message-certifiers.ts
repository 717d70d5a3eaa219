import { messageCertifiers as send } from '../../../shared/application/certification-events/send-message.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { messageCertifiers } from '../../../shared/contracts/operations/participants.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { rendered } from '../../../shared/runtime/http/rendered.ts';

export const messageCertifiersDoor = (ports: Ports) =>
  door(messageCertifiers, async ({ params, body, caller, repeat }) =>
    rendered(await send(ports, { id: params.id, sent: body, caller, repeat }), () => ({
      location: `/v1/certification-events/${params.id}/messages`,
    })),
  );
