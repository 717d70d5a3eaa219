import type { SnapshotId } from '../../kernel/ids.ts';
import type { SnapshotMethod } from '../certification-event/state.ts';
import {
  type Participant,
  type StepCompletion,
  type StepRun,
  type Task,
  type ValidationStep,
  validationSteps,
} from './state.ts';

/** How the published revision has its steps done. */
export interface StepRules {
  readonly method: SnapshotMethod;
  /** At least one validation group is linked. Without one, a step is completed by saying that the data were reviewed. */
  readonly hasGroups: boolean;
}

export const isSkipped = (step: ValidationStep, rules: Pick<StepRules, 'method'>): boolean =>
  step === 'snapshot-validation' && rules.method === 'NONE';

export const completedSnapshotId = (participant: Participant): SnapshotId | null =>
  participant.snapshot?.status === 'COMPLETED' ? participant.snapshot.snapshotId : null;

/** The groups, the round or the snapshot changed under this run: it must be run again. */
export const isStaleRun = (participant: Participant, step: ValidationStep, run: StepRun): boolean =>
  run.stale || (step === 'snapshot-validation' && run.snapshotId !== (participant.snapshot?.snapshotId ?? null));

const countsWithGroups = (participant: Participant, step: ValidationStep, completion: StepCompletion): boolean => {
  const run = participant.steps[step];
  return run !== undefined && run.runId === completion.runId && !isStaleRun(participant, step, run);
};

const isOfCurrentSnapshot = (participant: Participant, step: ValidationStep, completion: StepCompletion): boolean =>
  step !== 'snapshot-validation' || completion.snapshotId === completedSnapshotId(participant);

/** A person's completion of a step, as long as it counts: it is about the newest run and the current snapshot. */
export const countedCompletion = (
  participant: Participant,
  task: Task,
  step: ValidationStep,
  rules: StepRules,
): StepCompletion | null => {
  const completion = task.completions[step];
  if (completion === undefined || !isOfCurrentSnapshot(participant, step, completion)) return null;
  const counts = rules.hasGroups ? countsWithGroups(participant, step, completion) : completion.runId === null;
  return counts ? completion : null;
};

export const isStepDone = (participant: Participant, task: Task, step: ValidationStep, rules: StepRules): boolean =>
  isSkipped(step, rules) || countedCompletion(participant, task, step, rules) !== null;

/** The steps a person still has to complete, in order. */
export const openSteps = (participant: Participant, task: Task, rules: StepRules): readonly ValidationStep[] =>
  validationSteps.filter((step) => !isStepDone(participant, task, step, rules));

export const stepsBefore = (step: ValidationStep): readonly ValidationStep[] =>
  validationSteps.slice(0, validationSteps.indexOf(step));
