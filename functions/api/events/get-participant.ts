import type { Ports } from '../../../shared/application/ports/ports.ts';
import { participantFor } from '../../../shared/application/queries/certification-events.ts';
import { participantWithPeople } from '../../../shared/application/views/participant-view.ts';
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
    const people = await store.loadMany(
      'user',
      participant.state.tasks.map(({ userId }) => userId),
    );
    const users = new Map(people.map(({ state }) => [state.id, state]));
    return ok({ body: participantWithPeople(participant.state, context, users), version: participant.version });
  });
