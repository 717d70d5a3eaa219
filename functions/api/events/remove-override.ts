import { actOnParticipant } from '../../../shared/application/participants/act.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { removeOverride } from '../../../shared/contracts/operations/participants.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { rendered } from '../../../shared/runtime/http/rendered.ts';

export const removeOverrideDoor = (ports: Ports) =>
  door(removeOverride, async ({ params, caller, expectedVersion }) =>
    rendered(
      await actOnParticipant(ports, 'removeOverride', {
        key: { certificationEventId: params.id, organizationId: params.orgId },
        caller,
        repeat: null,
        expectedVersion,
        command: async () => ({ type: 'removeOverride', userId: params.userId }),
        answer: () => null,
      }),
    ),
  );
