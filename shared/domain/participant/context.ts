import type { UserId } from '../../kernel/ids.ts';
import { personOf } from '../actor.ts';
import type { CompleteOutline, LiveCertificationEvent } from '../certification-event/state.ts';
import type { Decision, DecisionContext } from '../decision.ts';
import type { ParticipantHappening } from './happenings.ts';
import type { Participant, ParticipantStatus, Task } from './state.ts';

/** Everything a command on a participant is decided by, besides the participant: its certification event as published. */
export interface ParticipantContext extends DecisionContext {
  readonly certificationEvent: LiveCertificationEvent;
}

export type ParticipantDecision = Decision<ParticipantHappening>;

export const outlineOf = (context: Pick<ParticipantContext, 'certificationEvent'>): CompleteOutline =>
  context.certificationEvent.published.outline;

export const actorId = (context: ParticipantContext): UserId => personOf(context.actor).id;

export const taskOf = (participant: Participant, userId: UserId): Task | null =>
  participant.tasks.find((task) => task.userId === userId) ?? null;

export const certifiersOf = (participant: Participant): readonly Task[] =>
  participant.tasks.filter((task) => task.role === 'CERTIFIER');

const finishedStatuses: readonly ParticipantStatus[] = ['SENT', 'APPROVED', 'RECERT_REQUESTED'];

/** In the state's hands: nobody works on it until it comes back. */
export const isFinished = (participant: Participant): boolean => finishedStatuses.includes(participant.status);

const unfinishedTasks: readonly Task['status'][] = ['NOT_STARTED', 'INCOMPLETE'];

export const isTaskOpen = (task: Task): boolean => unfinishedTasks.includes(task.status);

/** Certifiers who have submitted in this round. */
export const submittersOf = (participant: Participant): readonly Task[] =>
  certifiersOf(participant).filter((task) => task.submission !== null);

/** The sending an approval flow waits on; null when none waits. */
export const waitingSend = (participant: Participant): number | null => {
  const waits =
    participant.status === 'SENT' ||
    (participant.status === 'RECERT_REQUESTED' && participant.openRequest?.previousStatus === 'SENT');
  return waits ? participant.sentSequence : null;
};
