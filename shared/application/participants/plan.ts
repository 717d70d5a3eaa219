import { evolveParticipant } from '../../domain/participant/evolve.ts';
import type { ParticipantHappening } from '../../domain/participant/happenings.ts';
import type { Participant } from '../../domain/participant/state.ts';
import { joined } from '../effects.ts';
import { evolveAll } from '../evolve-all.ts';
import type { Plan } from '../handle-command.ts';
import type { Ports } from '../ports/ports.ts';
import type { ReactionDetails } from './aftermath.ts';
import { reactTo } from './react.ts';
import { keyOfParticipant, type Scene } from './scene.ts';

export interface ParticipantStep {
  readonly command: string;
  readonly reason?: string | undefined;
  readonly happenings: readonly ParticipantHappening[];
  readonly details?: ReactionDetails;
}

/**
 * What one decision on a participant writes: its new state, what its happenings drag along, and the check that the
 * certification event is still published in the revision the decision was made for.
 */
export const planParticipant = async (
  ports: Pick<Ports, 'store'>,
  scene: Scene,
  step: ParticipantStep,
): Promise<Omit<Plan<never>, 'answer'> & { readonly after: Participant }> => {
  const before = scene.participant.state;
  const after = evolveAll(evolveParticipant, before, step.happenings);
  if (step.happenings.length === 0) return { transitions: [], after };
  const dragged = joined(
    await Promise.all(
      step.happenings.map((happening) => reactTo(ports, { ...scene, after, details: step.details ?? {} }, happening)),
    ),
  );
  return {
    after,
    transitions: [
      {
        entity: 'participant',
        key: keyOfParticipant(before),
        before: scene.participant,
        after,
        command: step.command,
        reason: step.reason,
      },
      ...dragged.transitions,
    ],
    inserts: dragged.inserts,
    outbox: dragged.outbox,
    fence: {
      certificationEventId: before.certificationEventId,
      organizationId: before.organizationId,
      revision: scene.certificationEvent.state.published.revision,
    },
  };
};
