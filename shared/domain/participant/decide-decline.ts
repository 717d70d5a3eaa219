import { ok, refuse } from '../../kernel/result.ts';
import { reasonGiven, trimmed } from '../guard.ts';
import { refusal } from '../refusal.ts';
import type { DecisionCommand } from './commands.ts';
import { actorId, type ParticipantContext, type ParticipantDecision } from './context.ts';
import { notFrozen } from './guards.ts';
import type { Participant } from './state.ts';

type Decline = Extract<DecisionCommand, { readonly type: 'decide:DECLINE_REQUEST' }>;

/** The state refuses a request, with a comment: everything is again as it was before the request. */
export const decideDecline = (
  participant: Participant,
  command: Decline,
  context: ParticipantContext,
): ParticipantDecision => {
  const frozen = notFrozen(participant, context);
  if (frozen !== null) return refuse(frozen);
  const { openRequest } = participant;
  if (openRequest === null) return refuse(refusal('NO_OPEN_REQUEST'));
  const reason = trimmed(command.reason);
  const unexplained = reasonGiven(reason);
  if (unexplained !== null) return refuse(unexplained);
  const { id: requestId, requestedBy } = openRequest;
  return ok([{ type: 'RecertificationRequestDeclined', requestId, requestedBy, by: actorId(context), reason }]);
};
