import { ok, refuse } from '../../kernel/result.ts';
import { firstRefusal, type Guard, guard, whenAllHold } from '../guard.ts';
import { refusal } from '../refusal.ts';
import type { LocalCommand } from './commands.ts';
import { actorId, outlineOf, type ParticipantContext, type ParticipantDecision, taskOf } from './context.ts';
import { begun, notFrozen, notPaused, reviewBegun, stillOpen, windowOpened } from './guards.ts';
import type { StepCompleted } from './happenings.ts';
import type { Participant, StepRun, Task } from './state.ts';
import { completedSnapshotId, countedCompletion, isSkipped, isStaleRun, isStepDone, stepsBefore } from './steps.ts';

type CompleteStep = Extract<LocalCommand, { readonly type: 'completeStep' }>;

/** Everything that keeps a person from completing a step, in the order it is told. */
export const completionGuards = (
  participant: Participant,
  task: Task,
  command: CompleteStep,
  context: ParticipantContext,
): readonly Guard[] => {
  const { step, hasGroups } = command;
  const rules = { method: outlineOf(context).snapshotMethod, hasGroups };
  const earlierDone = stepsBefore(step).every((earlier) => isStepDone(participant, task, earlier, rules));
  return [
    notFrozen(participant, context),
    notPaused(context),
    task.role === 'REVIEWER' ? reviewBegun(context) : windowOpened(context),
    stillOpen(participant, task),
    begun(task),
    guard(!isSkipped(step, rules), 'STEP_SKIPPED'),
    guard(earlierDone, 'STEP_OUT_OF_ORDER'),
    guard(step !== 'snapshot-validation' || completedSnapshotId(participant) !== null, 'NO_SNAPSHOT'),
    hasGroups ? runUsable(participant, command) : guard(command.reviewed, 'REVIEW_NOT_CONFIRMED'),
  ];
};

/** One reason is enough: what a run lacks follows from what it lacked before. */
const runUsable = (participant: Participant, command: CompleteStep): Guard => {
  const run = participant.steps[command.step];
  return firstRefusal([
    guard(run === undefined || !isStaleRun(participant, command.step, run), 'STALE'),
    guard(run?.status === 'COMPLETED', 'RUN_NOT_FINISHED'),
    guard(blockersOf(run) === 0, 'FATAL_FINDINGS', { blockers: blockersOf(run) }),
    guard(command.viewed, 'REPORT_NOT_VIEWED'),
  ]);
};

const blockersOf = (run: StepRun | undefined): number => run?.blockers ?? 0;

/** One person says that a step is done for him: its newest run is finished, without Fatal findings, and he opened the report. */
export const decideComplete = (
  participant: Participant,
  command: CompleteStep,
  context: ParticipantContext,
): ParticipantDecision => {
  const userId = actorId(context);
  const task = taskOf(participant, userId);
  if (task === null) return refuse(refusal('FORBIDDEN'));
  const { step, hasGroups } = command;
  return whenAllHold(completionGuards(participant, task, command, context), () => {
    const rules = { method: outlineOf(context).snapshotMethod, hasGroups };
    if (countedCompletion(participant, task, step, rules) !== null) return ok([]);
    const runId = hasGroups ? (participant.steps[step]?.runId ?? null) : null;
    const snapshotId = step === 'snapshot-validation' ? (participant.snapshot?.snapshotId ?? null) : null;
    const completed: StepCompleted = {
      type: 'StepCompleted',
      userId,
      step,
      completion: { runId, snapshotId, at: context.now },
    };
    return ok([completed]);
  });
};
