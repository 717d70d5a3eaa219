import { ok } from '../../kernel/result.ts';
import { guard, reasonGiven, trimmed, whenAllHold } from '../guard.ts';
import type { DecisionCommand } from './commands.ts';
import { actorId, type ParticipantContext, type ParticipantDecision, taskOf } from './context.ts';
import { evolveParticipant } from './evolve.ts';
import { notFrozen, windowOpened } from './guards.ts';
import type { ParticipantApproved, ParticipantHappening, RecertificationRequestDeclined } from './happenings.ts';
import type { Approval, Participant } from './state.ts';
import { completedSnapshotId } from './steps.ts';

type Approve = Extract<DecisionCommand, { readonly type: 'decide:APPROVE' }>;

/**
 * The state approves, at any time from the opening to the close. Not every certifier has submitted: it takes a confirmation
 * and a reason, and no signature is claimed. A request for recertification is pending: approving declines it, with a reason.
 * Nobody approves what he certified himself.
 */
export const decideApprove = (
  participant: Participant,
  command: Approve,
  context: ParticipantContext,
): ParticipantDecision => {
  const { status } = participant;
  const notCertified = status === 'IN_PROGRESS' || status === 'RECERT_IN_PROGRESS';
  const isOwnWork = (taskOf(participant, actorId(context))?.submission ?? null) !== null;
  const needsReason = notCertified || status === 'RECERT_REQUESTED';
  const guards = [
    guard(!isOwnWork, 'SEPARATION_OF_DUTIES'),
    notFrozen(participant, context),
    windowOpened(context),
    guard(status !== 'APPROVED', 'WRONG_STATUS', { status }),
    guard(!notCertified || command.confirmNotCertified, 'NOT_CERTIFIED'),
    needsReason ? reasonGiven(trimmed(command.reason)) : null,
  ];
  return whenAllHold(guards, () => {
    const declined = declining(participant, command, context);
    const left = declined.reduce<Participant>(evolveParticipant, participant);
    if (left.status === 'APPROVED') return ok(declined);
    return ok<readonly ParticipantHappening[]>([...declined, approving(left, command, context)]);
  });
};

const declining = (
  { openRequest }: Participant,
  command: Approve,
  context: ParticipantContext,
): readonly RecertificationRequestDeclined[] => {
  if (openRequest === null) return [];
  return [
    {
      type: 'RecertificationRequestDeclined',
      requestId: openRequest.id,
      requestedBy: openRequest.requestedBy,
      by: actorId(context),
      reason: trimmed(command.reason),
    },
  ];
};

const approving = (participant: Participant, command: Approve, context: ParticipantContext): ParticipantApproved => {
  const notCertified = participant.status !== 'SENT';
  const approval: Approval = {
    by: actorId(context),
    at: context.now,
    notCertified,
    reason: trimmed(command.reason) || null,
    snapshotId: completedSnapshotId(participant),
    previousStatus: previousStatusOf(participant),
    previousTasks: Object.fromEntries(participant.tasks.map((task) => [task.userId, task.status])),
  };
  // Nothing was sent, so no flow waits: the decided one gets a number of its own.
  const sentSequence = notCertified ? participant.sentSequence + 1 : participant.sentSequence;
  return { type: 'ParticipantApproved', approval, sentSequence };
};

const previousStatusOf = ({ status }: Participant): Approval['previousStatus'] =>
  status === 'IN_PROGRESS' || status === 'RECERT_IN_PROGRESS' ? status : 'SENT';
