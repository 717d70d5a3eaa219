import type { ByType } from '../by-type.ts';
import { latest } from '../guard.ts';
import type { FinishedWorkUndone, WorkHappening } from './happenings.ts';
import type { CurrentSnapshot, Participant, StepRun, Task, ValidationStep } from './state.ts';
import { withTasks } from './task.ts';

const ofUser =
  (userId: Task['userId']) =>
  (task: Task): boolean =>
    task.userId === userId;

const withRun = (participant: Participant, step: ValidationStep, change: Partial<StepRun>): Participant => {
  const run = participant.steps[step];
  return run === undefined
    ? participant
    : { ...participant, steps: { ...participant.steps, [step]: { ...run, ...change } } };
};

const withSnapshot = (participant: Participant, change: Partial<CurrentSnapshot>): Participant =>
  participant.snapshot === null ? participant : { ...participant, snapshot: { ...participant.snapshot, ...change } };

const reopened = (task: Task, { dueDate }: FinishedWorkUndone): Task => ({
  ...task,
  status: 'INCOMPLETE',
  submission: null,
  dueDateOverride: dueDate === null ? task.dueDateOverride : latest(dueDate, task.dueDateOverride),
});

/** What certifiers, reviewers and jobs do within a round. */
export const workEvolutions: ByType<WorkHappening, Participant, undefined, Participant> = {
  CertificationStarted: (participant, { userId, at }) =>
    withTasks(participant, ofUser(userId), (task) => ({ ...task, status: 'INCOMPLETE', startedAt: at })),
  SnapshotQueued: (participant, { snapshotId, sequence }) => ({
    ...participant,
    snapshotSequence: sequence,
    snapshot: { snapshotId, sequence, status: 'QUEUED', state: 'CURRENT', takenAt: null, contentHash: null },
  }),
  FinishedWorkUndone: (participant, happening) => ({
    ...withTasks(
      participant,
      (task) => happening.userIds.includes(task.userId),
      (task) => reopened(task, happening),
    ),
    awaitsConfirmation: false,
  }),
  SnapshotTaken: (participant, { takenAt, contentHash }) =>
    withSnapshot(participant, { status: 'COMPLETED', takenAt, contentHash }),
  SnapshotFailed: (participant) => withSnapshot(participant, { status: 'FAILED' }),
  StepRunQueued: (participant, { step, runId, snapshotId, dataHash }) => ({
    ...participant,
    steps: {
      ...participant.steps,
      [step]: { runId, status: 'QUEUED', blockers: null, snapshotId, dataHash, stale: false, problem: null },
    },
  }),
  StepRunStarted: (participant, { step }) => withRun(participant, step, { status: 'RUNNING' }),
  StepRunEnded: (participant, { step, outcome, blockers, problem }) =>
    withRun(participant, step, { status: outcome, blockers, problem }),
  StepCompleted: (participant, { userId, step, completion }) =>
    withTasks(participant, ofUser(userId), (task) => ({
      ...task,
      completions: { ...task.completions, [step]: completion },
    })),
  CertificationSubmitted: (participant, { userId, submission }) =>
    withTasks(participant, ofUser(userId), (task) => ({ ...task, status: 'COMPLETE', submission })),
};
