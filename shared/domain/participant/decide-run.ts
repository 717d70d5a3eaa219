import { ok } from '../../kernel/result.ts';
import { guard, whenAllHold } from '../guard.ts';
import type { LocalCommand } from './commands.ts';
import { actorId, outlineOf, type ParticipantContext, type ParticipantDecision } from './context.ts';
import { notFrozen, notPaused, notSent, reviewBegun } from './guards.ts';
import type { StepRunQueued } from './happenings.ts';
import type { Participant, StepRun } from './state.ts';
import { completedSnapshotId, isSkipped, isStaleRun } from './steps.ts';

type RunStep = Extract<LocalCommand, { readonly type: 'runStep' }>;

export const isUnderWay = (run: StepRun | undefined): run is StepRun & { readonly status: 'QUEUED' | 'RUNNING' } =>
  run?.status === 'QUEUED' || run?.status === 'RUNNING';

/** One run covers all linked groups and is shared by the participant's people: the same wish while one runs is that run. */
export const decideRun = (
  participant: Participant,
  command: RunStep,
  context: ParticipantContext,
): ParticipantDecision => {
  const { step } = command;
  const onSnapshot = step === 'snapshot-validation';
  const guards = [
    notFrozen(participant, context),
    notPaused(context),
    reviewBegun(context),
    notSent(participant),
    guard(!isSkipped(step, { method: outlineOf(context).snapshotMethod }), 'STEP_SKIPPED'),
    guard(command.hasGroups, 'NO_GROUPS'),
    guard(!onSnapshot || completedSnapshotId(participant) !== null, 'NO_SNAPSHOT'),
  ];
  return whenAllHold(guards, () => {
    const present = participant.steps[step];
    // The rows of a snapshot never change: a run on the current one that is under way reads what this one would.
    const readsSame = onSnapshot || present?.dataHash === command.dataHash;
    if (readsSame && isUnderWay(present) && !isStaleRun(participant, step, present)) return ok([]);
    const queued: StepRunQueued = {
      type: 'StepRunQueued',
      step,
      runId: command.runId,
      replaces: isUnderWay(present) ? present.runId : null,
      snapshotId: onSnapshot ? (participant.snapshot?.snapshotId ?? null) : null,
      dataHash: command.dataHash,
      requestedBy: actorId(context),
      at: context.now,
    };
    return ok([queued]);
  });
};
