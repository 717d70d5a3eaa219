import type { Ports } from '../../../shared/application/ports/ports.ts';
import { participantFor } from '../../../shared/application/queries/certification-events.ts';
import { participantView } from '../../../shared/application/views/participant-view.ts';
import { getParticipant } from '../../../shared/contracts/operations/participants.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const getParticipantDoor = ({ store }: Ports) =>
  door(getParticipant, async ({ params, caller }) => {
    const key = { certificationEventId: params.id, organizationId: params.orgId };
    const scene = await participantFor(store, caller, 'getParticipant', key);
    if (!scene.ok) return scene;
    const { participant, certificationEvent } = scene.value;
    const context = { ...caller, certificationEvent: certificationEvent.state };
    return ok({ body: participantView(participant.state, context), version: participant.version });
  });
