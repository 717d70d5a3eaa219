import { ok, refuse } from '../../kernel/result.ts';
import { guard, reasonGiven, trimmed, whenAllHold } from '../guard.ts';
import { refusal } from '../refusal.ts';
import type { LocalCommand } from './commands.ts';
import { actorId, type ParticipantContext, type ParticipantDecision, taskOf } from './context.ts';
import { notFrozen } from './guards.ts';
import type { Participant } from './state.ts';

type Request = Extract<LocalCommand, { readonly type: 'requestRecertification' }>;
type Withdraw = Extract<LocalCommand, { readonly type: 'withdrawRecertificationRequest' }>;

/** Any certifier may ask to be sent back after certifying. What was certified or approved stays valid until the state grants it. */
export const decideRequest = (
  participant: Participant,
  command: Request,
  context: ParticipantContext,
): ParticipantDecision => {
  const frozen = notFrozen(participant, context);
  if (frozen !== null) return refuse(frozen);
  const { status } = participant;
  if (status === 'RECERT_REQUESTED') return refuse(refusal('REQUEST_PENDING'));
  if (status !== 'SENT' && status !== 'APPROVED') return refuse(refusal('WRONG_STATUS', { status }));
  const reason = trimmed(command.reason);
  return whenAllHold([reasonGiven(reason)], () => {
    const requestedBy = actorId(context);
    const request = {
      id: command.requestId,
      requestedBy,
      requestedAt: context.now,
      reason,
      previousStatus: status,
      // Somebody who became a certifier after the sending has no part in this round, but a voice.
      previousTaskStatus: taskOf(participant, requestedBy)?.status ?? 'NOT_APPLICABLE',
    } as const;
    return ok([{ type: 'RecertificationRequested', request }]);
  });
};

/** Only who asked takes it back, while the state has not answered. */
export const decideWithdrawRequest = (
  participant: Participant,
  command: Withdraw,
  context: ParticipantContext,
): ParticipantDecision => {
  const { openRequest } = participant;
  const guards = [
    notFrozen(participant, context),
    guard(openRequest?.id === command.requestId, 'NO_OPEN_REQUEST'),
    guard(openRequest?.requestedBy === actorId(context), 'FORBIDDEN'),
  ];
  return whenAllHold(guards, () => ok([{ type: 'RecertificationRequestWithdrawn', requestId: command.requestId }]));
};
