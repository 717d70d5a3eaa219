import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { SnapshotId, UserId } from '../../kernel/ids.ts';
import type { ParticipantMember } from './commands.ts';
import { outlineOf, type ParticipantContext, waitingSend } from './context.ts';
import { evolveParticipant } from './evolve.ts';
import type { ParticipantHappening, RecertificationRequestGranted, RecertificationRequired } from './happenings.ts';
import { queuedSnapshot } from './queue-snapshot.ts';
import type { Participant } from './state.ts';

export interface SendingBack {
  readonly by: UserId;
  readonly reason: string;
  readonly newDueDate: CalendarDate | null;
  readonly members: readonly ParticipantMember[];
  /** The id of the new round's own snapshot, which method FULL queues at once. */
  readonly snapshotId: SnapshotId;
}

/** A new round (P6 to P8, P11): a pending request is granted by it, and evidence of the old round never counts again. */
export const newRound = (
  participant: Participant,
  back: SendingBack,
  context: ParticipantContext,
): readonly ParticipantHappening[] => {
  const { snapshotId, ...asked } = back;
  const required: RecertificationRequired = {
    type: 'RecertificationRequired',
    ...asked,
    at: context.now,
    round: participant.round + 1,
    revision: context.certificationEvent.published.revision,
    formerSnapshotId: participant.snapshot?.snapshotId ?? null,
    endsWait: waitingSend(participant),
  };
  const wish = { snapshotId, trigger: 'FULL', requestedBy: null, at: context.now, dueDate: null } as const;
  const isFull = outlineOf(context).snapshotMethod === 'FULL';
  const begun = evolveParticipant(participant, required);
  return [...granting(participant, back.by), required, ...(isFull ? queuedSnapshot(begun, wish) : [])];
};

const granting = ({ openRequest }: Participant, by: UserId): readonly RecertificationRequestGranted[] => {
  if (openRequest === null) return [];
  const { id: requestId, requestedBy } = openRequest;
  return [{ type: 'RecertificationRequestGranted', requestId, requestedBy, by }];
};
