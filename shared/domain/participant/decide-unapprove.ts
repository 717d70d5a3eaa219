import { ok, refuse } from '../../kernel/result.ts';
import { firstRefusal, guard, reasonGiven, trimmed } from '../guard.ts';
import { refusal } from '../refusal.ts';
import type { DecisionCommand } from './commands.ts';
import { actorId, type ParticipantContext, type ParticipantDecision } from './context.ts';
import { reconciled } from './decide-members.ts';
import { evolveParticipant } from './evolve.ts';
import { notFrozen } from './guards.ts';
import type { ApprovalReversed } from './happenings.ts';
import type { Participant } from './state.ts';

type Unapprove = Extract<DecisionCommand, { readonly type: 'decide:UNAPPROVE' }>;

/** A mistaken approval is taken back: the participant is again what it was before it. Sent again, it waits anew. */
export const decideUnapprove = (
  participant: Participant,
  command: Unapprove,
  context: ParticipantContext,
): ParticipantDecision => {
  const { approval, status, sentSequence } = participant;
  const isApproved = guard(status === 'APPROVED', 'WRONG_STATUS', { status });
  const refused = firstRefusal([notFrozen(participant, context), isApproved]);
  if (refused !== null) return refuse(refused);
  if (approval === null) return refuse(refusal('WRONG_STATUS', { status }));
  const reason = trimmed(command.reason);
  const unexplained = reasonGiven(reason);
  if (unexplained !== null) return refuse(unexplained);
  const reversed: ApprovalReversed = {
    type: 'ApprovalReversed',
    by: actorId(context),
    at: context.now,
    reason,
    to: approval.previousStatus,
    sentSequence: approval.previousStatus === 'SENT' ? sentSequence + 1 : sentSequence,
    revision: context.certificationEvent.published.revision,
  };
  return ok([reversed, ...reconciled(evolveParticipant(participant, reversed), command.members)]);
};
