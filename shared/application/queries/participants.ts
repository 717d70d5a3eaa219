import type { CertificationEvent } from '../../domain/certification-event/state.ts';
import type { ParticipantContext } from '../../domain/participant/context.ts';
import type { Participant, ParticipantStatus } from '../../domain/participant/state.ts';
import type { Caller } from '../caller.ts';
import type { Versioned } from '../entities.ts';
import { isLive } from '../participants/scene.ts';
import type { Store } from '../ports/store.ts';
import { holdsText, isChosen } from './matches.ts';

export interface ParticipantFilter {
  readonly name?: string | undefined;
  readonly status?: readonly ParticipantStatus[] | undefined;
}

export interface ListedParticipant {
  readonly participant: Participant;
  readonly context: ParticipantContext;
}

/** The participants that fit the filter; none before the first publication is complete. */
export const matchingParticipants = async (
  store: Store,
  caller: Caller,
  certificationEvent: Versioned<CertificationEvent>,
  { name, status }: ParticipantFilter,
): Promise<readonly ListedParticipant[]> => {
  if (!isLive(certificationEvent)) return [];
  const context = { ...caller, certificationEvent: certificationEvent.state };
  const read = await store.participants(certificationEvent.state.id);
  return read
    .map((one) => one.state)
    .filter((participant) => holdsText(participant.name, name) && isChosen(participant.status, status))
    .map((participant) => ({ participant, context }));
};
