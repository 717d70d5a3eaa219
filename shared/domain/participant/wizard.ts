import { allRefusals, type Guard } from '../guard.ts';
import { type RefusalCode, refusal } from '../refusal.ts';
import { isFinished, outlineOf, type ParticipantContext } from './context.ts';
import { completionGuards } from './decide-complete.ts';
import { submissionGuards } from './decide-submit.ts';
import { type Participant, type StepRun, type Task, type ValidationStep, validationSteps } from './state.ts';
import { countedCompletion, isSkipped, isStaleRun, type StepRules } from './steps.ts';

export const wizardSteps = [...validationSteps, 'certify-and-submit'] as const;
export type WizardStep = (typeof wizardSteps)[number];

export type StepStatus =
  | 'NOT_STARTED'
  | 'QUEUED'
  | 'RUNNING'
  | 'NEEDS_VIEW'
  | 'BLOCKED'
  | 'COMPLETED'
  | 'STALE'
  | 'SKIPPED';

export interface StepView {
  readonly step: WizardStep;
  readonly status: StepStatus;
  /** Why this person cannot complete it now, in the order of refusals; empty when he can, or has. */
  readonly blockedBy: readonly RefusalCode[];
  /** What went wrong with the newest run, for people to read. */
  readonly problem: string | null;
}

/** What the caller looks up for one person's wizard: linked groups, and whether he opened a step's newest report. */
export interface WizardFacts {
  readonly hasGroups: boolean;
  readonly viewed: (step: ValidationStep) => boolean;
}

const codesOf = (guards: readonly Guard[]): readonly RefusalCode[] => allRefusals(guards).map(({ code }) => code);

const statusOfRun = (run: StepRun): StepStatus => {
  switch (run.status) {
    case 'QUEUED':
    case 'RUNNING':
      return run.status;
    case 'FAILED':
    case 'CANCELLED':
      return 'NOT_STARTED';
    case 'COMPLETED':
      return run.blockers === 0 ? 'NEEDS_VIEW' : 'BLOCKED';
  }
};

/** The third step waits for its snapshot before anything can be run on it. */
const statusOfSnapshot = (participant: Participant, step: ValidationStep): StepStatus | null => {
  if (step !== 'snapshot-validation' || participant.snapshot?.status === 'COMPLETED') return null;
  return participant.snapshot?.status === 'QUEUED' ? 'QUEUED' : 'NOT_STARTED';
};

const statusWithoutGroups = (task: Task | null, step: ValidationStep): StepStatus =>
  task?.completions[step] === undefined ? 'NOT_STARTED' : 'STALE';

const statusOfStep = (
  participant: Participant,
  task: Task | null,
  step: ValidationStep,
  rules: StepRules,
): StepStatus => {
  if (isSkipped(step, rules)) return 'SKIPPED';
  // What somebody signed stays shown as signed, also when a later revision or run has gone over it.
  const isSigned = task?.completions[step] !== undefined && (task.submission !== null || isFinished(participant));
  const isCounted = task !== null && countedCompletion(participant, task, step, rules) !== null;
  if (isSigned || isCounted) return 'COMPLETED';
  const waiting = statusOfSnapshot(participant, step);
  if (waiting !== null) return waiting;
  const run = participant.steps[step];
  if (!rules.hasGroups) return statusWithoutGroups(task, step);
  if (run === undefined) return 'NOT_STARTED';
  return isStaleRun(participant, step, run) ? 'STALE' : statusOfRun(run);
};

const validationView = (
  participant: Participant,
  task: Task | null,
  step: ValidationStep,
  facts: WizardFacts,
  context: ParticipantContext,
): StepView => {
  const { hasGroups } = facts;
  const rules = { method: outlineOf(context).snapshotMethod, hasGroups };
  const status = statusOfStep(participant, task, step, rules);
  const isDone = status === 'COMPLETED' || status === 'SKIPPED';
  const command = { type: 'completeStep', step, reviewed: false, hasGroups, viewed: facts.viewed(step) } as const;
  const guards = task === null ? [refusal('FORBIDDEN')] : completionGuards(participant, task, command, context);
  const problem = isDone ? null : (participant.steps[step]?.problem ?? null);
  return { step, status, blockedBy: isDone ? [] : codesOf(guards), problem };
};

const submissionView = (
  participant: Participant,
  task: Task | null,
  facts: WizardFacts,
  context: ParticipantContext,
): StepView => {
  const view = { step: 'certify-and-submit', problem: null } as const;
  if (task !== null && task.submission !== null) return { ...view, status: 'COMPLETED', blockedBy: [] };
  const guards =
    task?.role === 'CERTIFIER' ? submissionGuards(participant, task, facts, context) : [refusal('FORBIDDEN')];
  return { ...view, status: 'NOT_STARTED', blockedBy: codesOf(guards) };
};

/** The four steps as one person sees them. Null: he has no part in this round. */
export const wizardOf = (
  participant: Participant,
  task: Task | null,
  facts: WizardFacts,
  context: ParticipantContext,
): readonly StepView[] => [
  ...validationSteps.map((step) => validationView(participant, task, step, facts, context)),
  submissionView(participant, task, facts, context),
];
