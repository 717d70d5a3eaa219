import { ok } from '../../kernel/result.ts';
import { guard, reasonGiven, trimmed, whenAllHold } from '../guard.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { StateCommand } from './commands.ts';
import { actorId, type ParticipantContext, type ParticipantDecision, taskOf } from './context.ts';
import { dueDatePossible } from './decide-send-back.ts';
import { notFrozen } from './guards.ts';
import type { Participant } from './state.ts';

type Override = Extract<StateCommand, { readonly type: 'overrideDueDate' }>;
type Remove = Extract<StateCommand, { readonly type: 'removeOverride' }>;

const isKnown = (participant: Participant, userId: UserId | 'ALL'): boolean =>
  userId === 'ALL' || taskOf(participant, userId)?.role === 'CERTIFIER';

const personal = (userId: UserId | 'ALL'): UserId | null => (userId === 'ALL' ? null : userId);

const presentOverride = (participant: Participant, userId: UserId | 'ALL') =>
  (userId === 'ALL' ? participant.deadlineOverride : taskOf(participant, userId)?.dueDateOverride) ?? null;

/** Gives one certifier, or all of this participant, until a later day. Nobody else's deadline moves; the same day again changes nothing. */
export const decideOverride = (
  participant: Participant,
  command: Override,
  context: ParticipantContext,
): ParticipantDecision => {
  const { userId, dueDate } = command;
  const reason = trimmed(command.reason);
  const guards = [
    guard(isKnown(participant, userId), 'NOT_FOUND'),
    notFrozen(participant, context),
    dueDatePossible(dueDate, '/dueDate', context),
    reasonGiven(reason),
  ];
  return whenAllHold(guards, () => {
    if (presentOverride(participant, userId) === dueDate) return ok([]);
    return ok([{ type: 'DueDateOverridden', userId: personal(userId), dueDate, by: actorId(context), reason }]);
  });
};

/** Back to the end date. Removing what is not there changes nothing. */
export const decideRemoveOverride = (
  participant: Participant,
  { userId }: Remove,
  context: ParticipantContext,
): ParticipantDecision => {
  const guards = [guard(isKnown(participant, userId), 'NOT_FOUND'), notFrozen(participant, context)];
  return whenAllHold(guards, () => {
    if (presentOverride(participant, userId) === null) return ok([]);
    return ok([{ type: 'DueDateOverrideRemoved', userId: personal(userId), by: actorId(context) }]);
  });
};
