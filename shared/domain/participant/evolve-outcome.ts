import type { ByType } from '../by-type.ts';
import type { ApprovalReversed, OutcomeHappening } from './happenings.ts';
import { everyCertifierSubmitted } from './send.ts';
import type { CurrentSnapshot, Participant, StepRun, Task, TaskStatus, ValidationStep } from './state.ts';
import { tasksOfNewRound, withTasks } from './task.ts';

const inState = (snapshot: CurrentSnapshot | null, state: CurrentSnapshot['state']): CurrentSnapshot | null =>
  snapshot?.status === 'COMPLETED' ? { ...snapshot, state } : snapshot;

const afterApproval = (status: TaskStatus): TaskStatus => {
  if (status === 'COMPLETE') return 'APPROVED_COMPLETE';
  return status === 'NOT_STARTED' || status === 'INCOMPLETE' ? 'COMPLETE_BY_STATE' : status;
};

/** Everything is again as it was before the request. */
const withoutRequest = (participant: Participant): Participant => {
  const { openRequest } = participant;
  if (openRequest === null) return participant;
  const restored = withTasks(
    participant,
    (task) => task.userId === openRequest.requestedBy,
    (task) => ({ ...task, status: openRequest.previousTaskStatus }),
  );
  return { ...restored, status: openRequest.previousStatus, openRequest: null };
};

/** Work that goes on under a newer revision than it was done for must be run again: its groups may have changed meanwhile. */
export const underRevision = (
  participant: Participant,
  revision: number,
  groupsChanged: boolean,
): Pick<Participant, 'revision' | 'steps'> => ({
  revision,
  steps: groupsChanged ? allStale(participant.steps) : participant.steps,
});

const allStale = (steps: Participant['steps']): Participant['steps'] => {
  const stale: Partial<Record<ValidationStep, StepRun>> = {};
  for (const step of ['district-validation', 'state-validation', 'snapshot-validation'] as const) {
    const run = steps[step];
    if (run !== undefined) stale[step] = { ...run, stale: true };
  }
  return stale;
};

const reopenedUnder = (participant: Participant, revision: number): Pick<Participant, 'revision' | 'steps'> =>
  underRevision(participant, revision, participant.revision !== revision);

export const inProgress = (round: number): 'IN_PROGRESS' | 'RECERT_IN_PROGRESS' =>
  round === 1 ? 'IN_PROGRESS' : 'RECERT_IN_PROGRESS';

const restoredTask = (task: Task, previous: Readonly<Record<string, TaskStatus>>): Task => ({
  ...task,
  status: previous[task.userId] ?? task.status,
});

const reversed = (participant: Participant, happening: ApprovalReversed): Participant => {
  const { to, sentSequence, revision } = happening;
  const previous = participant.approval?.previousTasks ?? {};
  const tasks = participant.tasks.map((task) => restoredTask(task, previous));
  const back: Participant = { ...participant, tasks, status: to, approval: null, sentSequence };
  if (to === 'SENT') return back;
  return {
    ...back,
    ...reopenedUnder(participant, revision),
    snapshot: inState(participant.snapshot, 'CURRENT'),
    awaitsConfirmation: everyCertifierSubmitted(back),
  };
};

/** What becomes of a participant as a whole: sent, approved, asked back, sent back. */
export const outcomeEvolutions: ByType<OutcomeHappening, Participant, undefined, Participant> = {
  ParticipantSent: (participant, { at, sentSequence, mixedData }) => ({
    ...participant,
    status: 'SENT',
    sentAt: at,
    sentSequence,
    mixedData,
    awaitsConfirmation: false,
    snapshot: inState(participant.snapshot, 'LOCKED'),
  }),
  SubmissionWithdrawn: (participant, { userId, revision }) => ({
    ...withTasks(
      participant,
      (task) => task.userId === userId,
      (task) => ({ ...task, status: 'INCOMPLETE', submission: null }),
    ),
    ...reopenedUnder(participant, revision),
    status: inProgress(participant.round),
    sentAt: null,
    mixedData: false,
    snapshot: inState(participant.snapshot, 'CURRENT'),
  }),
  RecertificationRequested: (participant, { request }) => ({
    ...withTasks(
      participant,
      (task) => task.userId === request.requestedBy,
      (task) => ({ ...task, status: 'REQUEST_PENDING' }),
    ),
    status: 'RECERT_REQUESTED',
    openRequest: request,
  }),
  RecertificationRequestWithdrawn: withoutRequest,
  RecertificationRequestDeclined: withoutRequest,
  RecertificationRequestGranted: (participant) => participant,
  ParticipantApproved: (participant, { approval, sentSequence }) => ({
    ...withTasks(
      participant,
      () => true,
      (task) => ({ ...task, status: afterApproval(task.status) }),
    ),
    status: 'APPROVED',
    approval,
    sentSequence,
    awaitsConfirmation: false,
    snapshot: inState(participant.snapshot, 'LOCKED'),
  }),
  ApprovalReversed: reversed,
  RecertificationRequired: (participant, { round, revision, newDueDate, members }) => ({
    ...participant,
    status: 'RECERT_IN_PROGRESS',
    round,
    revision,
    tasks: tasksOfNewRound(participant, members, 'INCOMPLETE'),
    steps: {},
    snapshot: null,
    sentAt: null,
    mixedData: false,
    awaitsConfirmation: false,
    deadlineOverride: newDueDate ?? participant.deadlineOverride,
    approval: null,
    openRequest: null,
  }),
};
