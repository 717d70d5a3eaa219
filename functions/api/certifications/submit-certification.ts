import { unstamped } from '../../../shared/application/caller.ts';
import { actOnParticipant } from '../../../shared/application/participants/act.ts';
import { hasGroups } from '../../../shared/application/participants/linked-groups.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { differingCopiesNow } from '../../../shared/application/views/differing-copies.ts';
import { certificationRow } from '../../../shared/application/views/worklist-row.ts';
import { submitCertification } from '../../../shared/contracts/operations/certifications.ts';
import { attestationVersion } from '../../../shared/domain/participant/attestation.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { rendered } from '../../../shared/runtime/http/rendered.ts';
import { participantKey } from './participant-key.ts';

export const submitCertificationDoor = (ports: Ports) =>
  door(submitCertification, async ({ params, body, caller, repeat }) =>
    rendered(
      await actOnParticipant(ports, 'submitCertification', {
        key: participantKey(params),
        caller: unstamped(caller),
        repeat,
        command: async (scene) => ({
          type: 'submitCertification',
          attestation: body.attestation,
          attestationVersion,
          hasGroups: await hasGroups(ports.store, scene),
        }),
        answer: async (scene, after) => ({
          ...certificationRow(scene, after),
          differingCopies: await differingCopiesNow(ports.store, after),
        }),
      }),
    ),
  );
