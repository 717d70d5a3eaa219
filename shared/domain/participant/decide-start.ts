import { ok, refuse } from '../../kernel/result.ts';
import { whenAllHold } from '../guard.ts';
import { refusal } from '../refusal.ts';
import type { LocalCommand } from './commands.ts';
import { actorId, outlineOf, type ParticipantContext, type ParticipantDecision, taskOf } from './context.ts';
import { beforeDeadline, notFrozen, notPaused, stillOpen, windowOpened } from './guards.ts';
import type { CertificationStarted } from './happenings.ts';
import { queuedSnapshot } from './queue-snapshot.ts';
import type { Participant } from './state.ts';

type Start = Extract<LocalCommand, { readonly type: 'startCertification' }>;

/**
 * A certifier begins his part. Under ON_CERT_START the first start in a round queues the participant's snapshot, also for
 * a certifier who is already at work in a round that has none. Starting again changes nothing.
 */
export const decideStart = (
  participant: Participant,
  command: Start,
  context: ParticipantContext,
): ParticipantDecision => {
  const userId = actorId(context);
  const task = taskOf(participant, userId);
  if (task?.role !== 'CERTIFIER') return refuse(refusal('FORBIDDEN'));
  const guards = [
    notFrozen(participant, context),
    notPaused(context),
    windowOpened(context),
    beforeDeadline(participant, task, context),
    stillOpen(participant, task),
  ];
  return whenAllHold(guards, () => {
    const started: readonly CertificationStarted[] =
      task.status === 'NOT_STARTED' ? [{ type: 'CertificationStarted', userId, at: context.now }] : [];
    const takesOne = outlineOf(context).snapshotMethod === 'ON_CERT_START' && participant.snapshot === null;
    const wish = { snapshotId: command.snapshotId, trigger: 'CERT_START', requestedBy: userId, dueDate: null } as const;
    return ok([...started, ...(takesOne ? queuedSnapshot(participant, { ...wish, at: context.now }) : [])]);
  });
};
