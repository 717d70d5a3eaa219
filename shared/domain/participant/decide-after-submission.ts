import { ok, refuse } from '../../kernel/result.ts';
import { guard, reasonGiven, trimmed, whenAllHold } from '../guard.ts';
import { refusal } from '../refusal.ts';
import type { LocalCommand } from './commands.ts';
import { actorId, type ParticipantContext, type ParticipantDecision, taskOf } from './context.ts';
import { reconciled } from './decide-members.ts';
import { evolveParticipant } from './evolve.ts';
import { notFrozen } from './guards.ts';
import type { SubmissionWithdrawn } from './happenings.ts';
import { everyCertifierSubmitted, sent } from './send.ts';
import type { Participant } from './state.ts';

type Withdraw = Extract<LocalCommand, { readonly type: 'withdrawSubmission' }>;

/** A certifier takes his own submission back while the state has not decided (P22): the round goes on. */
export const decideWithdrawSubmission = (
  participant: Participant,
  command: Withdraw,
  context: ParticipantContext,
): ParticipantDecision => {
  const userId = actorId(context);
  const task = taskOf(participant, userId);
  if (task?.role !== 'CERTIFIER') return refuse(refusal('FORBIDDEN'));
  const reason = trimmed(command.reason);
  const guards = [
    notFrozen(participant, context),
    guard(participant.status === 'SENT' && task.submission !== null, 'WRONG_STATUS', { status: participant.status }),
    reasonGiven(reason),
  ];
  return whenAllHold(guards, () => {
    const withdrawn: SubmissionWithdrawn = {
      type: 'SubmissionWithdrawn',
      userId,
      reason,
      sentSequence: participant.sentSequence,
      snapshotId: participant.snapshot?.snapshotId ?? null,
      revision: context.certificationEvent.published.revision,
    };
    return ok([withdrawn, ...reconciled(evolveParticipant(participant, withdrawn), command.members)]);
  });
};

/** The last unfinished certifier has left and the others are done: nobody may be taken to have sent it by leaving. */
export const decideConfirmSent = (participant: Participant, context: ParticipantContext): ParticipantDecision => {
  const isReady = participant.awaitsConfirmation && everyCertifierSubmitted(participant);
  const guards = [notFrozen(participant, context), guard(isReady, 'WRONG_STATUS', { status: participant.status })];
  return whenAllHold(guards, () => ok([sent(participant, context.now, actorId(context))]));
};
