import { ok, refuse } from '../../kernel/result.ts';
import { dueDateOf } from '../certification-event/window.ts';
import { type Guard, guard, whenAllHold } from '../guard.ts';
import { refusal } from '../refusal.ts';
import type { LocalCommand, StateCommand, SystemCommand } from './commands.ts';
import {
  actorId,
  isFinished,
  outlineOf,
  type ParticipantContext,
  type ParticipantDecision,
  submittersOf,
  taskOf,
} from './context.ts';
import { beforeDeadline, begun, notFrozen, notPaused, notSent, windowOpened } from './guards.ts';
import { queuedSnapshot } from './queue-snapshot.ts';
import type { Participant } from './state.ts';
import { completedSnapshotId } from './steps.ts';

type Take = Extract<LocalCommand, { readonly type: 'takeSnapshot' }>;
type TakeByState = Extract<StateCommand, { readonly type: 'takeSnapshots' }>;
type TakeOnSchedule = Extract<SystemCommand, { readonly type: 'takeScheduledSnapshot' }>;

const usesSnapshots = (context: ParticipantContext): Guard =>
  guard(outlineOf(context).snapshotMethod !== 'NONE', 'STEP_SKIPPED');

const undoingConfirmed = (participant: Participant, confirm: boolean): Guard =>
  guard(confirm || submittersOf(participant).length === 0, 'CONFIRMATION_REQUIRED', {
    undoes: submittersOf(participant).map((task) => task.name),
  });

const isQueued = (participant: Participant): boolean => participant.snapshot?.status === 'QUEUED';

/**
 * A certifier takes the snapshot, or retakes it while the participant is not sent. Certifiers who had submitted must do so
 * again and get at least the retaker's deadline. While one is being taken, asking again is asking for that one.
 */
export const decideTakeSnapshot = (
  participant: Participant,
  command: Take,
  context: ParticipantContext,
): ParticipantDecision => {
  const userId = actorId(context);
  const task = taskOf(participant, userId);
  if (task?.role !== 'CERTIFIER') return refuse(refusal('FORBIDDEN'));
  const isRetake = completedSnapshotId(participant) !== null;
  const outline = outlineOf(context);
  const guards = [
    notFrozen(participant, context),
    notPaused(context),
    windowOpened(context),
    beforeDeadline(participant, task, context),
    notSent(participant),
    begun(task),
    usesSnapshots(context),
    guard(!isRetake || outline.allowDistrictRetake, 'RETAKE_NOT_ALLOWED'),
    undoingConfirmed(participant, command.confirm),
  ];
  return whenAllHold(guards, () => {
    if (isQueued(participant)) return ok([]);
    const own = dueDateOf(task, participant, outline);
    const dueDate = own > outline.endDate ? own : null;
    const wish = { trigger: isRetake ? 'RETAKE' : 'MANUAL_TAKE', requestedBy: userId, dueDate } as const;
    return ok(queuedSnapshot(participant, { ...wish, snapshotId: command.snapshotId, at: context.now }));
  });
};

/** The state takes one participant's snapshot by hand, whatever the district may. */
export const decideTakeByState = (
  participant: Participant,
  command: TakeByState,
  context: ParticipantContext,
): ParticipantDecision => {
  const guards = [
    notFrozen(participant, context),
    notSent(participant),
    usesSnapshots(context),
    undoingConfirmed(participant, command.confirm),
  ];
  return whenAllHold(guards, () => {
    if (isQueued(participant)) return ok([]);
    const wish = { trigger: 'STATE_MANUAL', requestedBy: actorId(context), dueDate: null } as const;
    return ok(queuedSnapshot(participant, { ...wish, snapshotId: command.snapshotId, at: context.now }));
  });
};

/** It has a snapshot in this round, or is about to. */
export const hasOrGetsSnapshot = ({ snapshot }: Participant): boolean =>
  snapshot !== null && snapshot.status !== 'FAILED';

/**
 * Full and cleanup runs serve whoever has no snapshot in this round; all others are left as they are. The data are at hand,
 * so it is asked for and taken in one decision; it is validated when all are taken (`decideValidateSnapshot`).
 */
export const decideTakeOnSchedule = (
  participant: Participant,
  command: TakeOnSchedule,
  context: ParticipantContext,
): ParticipantDecision => {
  const isFrozen = context.certificationEvent.status === 'CLOSED' || participant.status === 'WITHDRAWN';
  const isServed = hasOrGetsSnapshot(participant) || isFinished(participant);
  if (outlineOf(context).snapshotMethod === 'NONE' || isServed || isFrozen) return ok([]);
  const { trigger, snapshotId, contentHash } = command;
  const wish = { trigger, snapshotId, requestedBy: null, at: context.now, dueDate: null };
  return ok([
    ...queuedSnapshot(participant, wish),
    { type: 'SnapshotTaken', snapshotId, takenAt: context.now, contentHash },
  ]);
};
