import { actOnParticipant } from '../../../shared/application/participants/act.ts';
import { currentMembers } from '../../../shared/application/participants/members.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { certificationRow } from '../../../shared/application/views/worklist-row.ts';
import { withdrawSubmission } from '../../../shared/contracts/operations/certifications.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { rendered } from '../../../shared/runtime/http/rendered.ts';
import { participantKey } from './participant-key.ts';

export const withdrawSubmissionDoor = (ports: Ports) =>
  door(withdrawSubmission, async ({ params, body, caller, repeat }) =>
    rendered(
      await actOnParticipant(ports, 'withdrawSubmission', {
        key: participantKey(params),
        caller,
        repeat,
        reason: body.reason,
        members: (scene) => currentMembers(ports.store, scene),
        command: async (_scene, members) => ({ type: 'withdrawSubmission', reason: body.reason, members }),
        answer: certificationRow,
      }),
    ),
  );
