import type { UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { certifiersOf, submittersOf } from './context.ts';
import type { ParticipantSent } from './happenings.ts';
import type { Participant } from './state.ts';

export const everyCertifierSubmitted = (participant: Participant): boolean =>
  certifiersOf(participant).length > 0 && submittersOf(participant).length === certifiersOf(participant).length;

/** The participant as a whole goes to the state. Under method NONE its certifiers may have signed different data. */
export const sent = (participant: Participant, at: Instant, confirmedBy: UserId | null): ParticipantSent => {
  const hashes = new Set(submittersOf(participant).map((task) => task.submission?.dataHash));
  return {
    type: 'ParticipantSent',
    at,
    round: participant.round,
    sentSequence: participant.sentSequence + 1,
    snapshotId: participant.snapshot?.snapshotId ?? null,
    mixedData: hashes.size > 1,
    confirmedBy,
  };
};
