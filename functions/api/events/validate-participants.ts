import type { Ports } from '../../../shared/application/ports/ports.ts';
import { validateParticipants as validate } from '../../../shared/application/runs/validate-participants.ts';
import { validateParticipants } from '../../../shared/contracts/operations/participants.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { rendered } from '../../../shared/runtime/http/rendered.ts';

export const validateParticipantsDoor = (ports: Ports) =>
  door(validateParticipants, async ({ params, body, caller, repeat }) =>
    rendered(await validate(ports, { id: params.id, sent: body, caller, repeat }), () => ({
      location: `/v1/certification-events/${params.id}/participants`,
    })),
  );
