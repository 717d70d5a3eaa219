import { actOnParticipant } from '../../../shared/application/participants/act.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { certificationRow } from '../../../shared/application/views/worklist-row.ts';
import { startCertification } from '../../../shared/contracts/operations/certifications.ts';
import { snapshotId } from '../../../shared/kernel/ids.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { rendered } from '../../../shared/runtime/http/rendered.ts';
import { participantKey } from './participant-key.ts';

export const startCertificationDoor = (ports: Ports) =>
  door(startCertification, async ({ params, caller, repeat }) =>
    rendered(
      await actOnParticipant(ports, 'startCertification', {
        key: participantKey(params),
        caller,
        repeat,
        command: async () => ({ type: 'startCertification', snapshotId: snapshotId(ports.ids.next('snp')) }),
        answer: certificationRow,
      }),
    ),
  );
