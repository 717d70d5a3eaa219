import { ok } from '../../kernel/result.ts';
import type { ParticipantMember, SystemCommand } from './commands.ts';
import { isFinished, type ParticipantContext, type ParticipantDecision } from './context.ts';
import { evolveParticipant } from './evolve.ts';
import type { ParticipantHappening } from './happenings.ts';
import { everyCertifierSubmitted } from './send.ts';
import type { ConfirmationAwaited, MemberJoined, MemberLeft } from './standing-happenings.ts';
import type { Participant, Task } from './state.ts';

type Reconcile = Extract<SystemCommand, { readonly type: 'reconcileMembers' }>;

const isSame = (task: Task, member: ParticipantMember): boolean =>
  task.userId === member.userId && task.role === member.role;

/**
 * Brings the round in line with the category's local list (U12, U13). Nobody joins or leaves what is already in the state's
 * hands. When all who remain are done, somebody must confirm; a certifier who joins ends that wait by his own open part.
 */
export const reconciled = (
  participant: Participant,
  members: readonly ParticipantMember[],
): readonly ParticipantHappening[] => {
  if (isFinished(participant)) return [];
  const { tasks } = participant;
  const left: readonly MemberLeft[] = tasks
    .filter((task) => !members.some((member) => isSame(task, member)))
    .map(({ userId }) => ({ type: 'MemberLeft', userId }));
  const joined: readonly MemberJoined[] = members
    .filter((member) => !tasks.some((task) => isSame(task, member)))
    .map((member) => ({ type: 'MemberJoined', member }));
  const changes = [...left, ...joined];
  const after = changes.reduce<Participant>(evolveParticipant, participant);
  return [...changes, ...confirmation(after)];
};

const confirmation = (participant: Participant): readonly ConfirmationAwaited[] => {
  const awaited = everyCertifierSubmitted(participant);
  return awaited === participant.awaitsConfirmation ? [] : [{ type: 'ConfirmationAwaited', awaited }];
};

export const decideReconcile = (
  participant: Participant,
  { members }: Reconcile,
  context: ParticipantContext,
): ParticipantDecision => {
  const isFrozen = context.certificationEvent.status === 'CLOSED' || participant.status === 'WITHDRAWN';
  return ok(isFrozen ? [] : reconciled(participant, members));
};
