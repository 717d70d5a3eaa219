import { actOnParticipant } from '../../../shared/application/participants/act.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { certificationRow } from '../../../shared/application/views/worklist-row.ts';
import { confirmSent } from '../../../shared/contracts/operations/certifications.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { rendered } from '../../../shared/runtime/http/rendered.ts';
import { participantKey } from './participant-key.ts';

export const confirmSentDoor = (ports: Ports) =>
  door(confirmSent, async ({ params, caller, repeat }) =>
    rendered(
      await actOnParticipant(ports, 'confirmSent', {
        key: participantKey(params),
        caller,
        repeat,
        command: async () => ({ type: 'confirmSent' }),
        answer: certificationRow,
      }),
    ),
  );
