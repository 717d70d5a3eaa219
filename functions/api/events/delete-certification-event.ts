import { actOnCertificationEvent } from '../../../shared/application/certification-events/act.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { deleteCertificationEvent } from '../../../shared/contracts/operations/events.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { rendered } from '../../../shared/runtime/http/rendered.ts';

export const deleteCertificationEventDoor = (ports: Ports) =>
  door(deleteCertificationEvent, async ({ params, caller, expectedVersion }) =>
    rendered(
      await actOnCertificationEvent(ports, 'deleteCertificationEvent', {
        id: params.id,
        caller,
        repeat: null,
        expectedVersion,
        command: async () => ({ type: 'deleteCertificationEvent' }),
        answer: () => null,
      }),
    ),
  );
