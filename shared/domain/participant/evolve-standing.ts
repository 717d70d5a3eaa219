import type { ByType } from '../by-type.ts';
import { inProgress, underRevision } from './evolve-outcome.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { StandingHappening } from './standing-happenings.ts';
import type { Participant } from './state.ts';
import { newTask, tasksOfNewRound, withTasks } from './task.ts';

const withDeadline = (participant: Participant, userId: UserId | null, date: CalendarDate | null): Participant =>
  userId === null
    ? { ...participant, deadlineOverride: date }
    : withTasks(
        participant,
        (task) => task.userId === userId,
        (task) => ({ ...task, dueDateOverride: date }),
      );

/** Who takes part, until when, and under which revision. */
export const standingEvolutions: ByType<StandingHappening, Participant, undefined, Participant> = {
  ParticipantCreated: (_participant, { participant }) => participant,
  DueDateOverridden: (participant, { userId, dueDate }) => withDeadline(participant, userId, dueDate),
  DueDateOverrideRemoved: (participant, { userId }) => withDeadline(participant, userId, null),
  MemberJoined: (participant, { member }) => ({
    ...participant,
    tasks: [...participant.tasks, newTask(member, 'NOT_STARTED')],
  }),
  MemberLeft: (participant, { userId }) => ({
    ...participant,
    tasks: participant.tasks.filter((task) => task.userId !== userId),
  }),
  ConfirmationAwaited: (participant, { awaited }) => ({ ...participant, awaitsConfirmation: awaited }),
  RevisionApplied: (participant, { revision, groupsChanged }) => ({
    ...participant,
    ...underRevision(participant, revision, groupsChanged),
  }),
  ParticipantWithdrawn: (participant) => ({ ...participant, status: 'WITHDRAWN', openRequest: null }),
  ParticipantRestored: (participant, { round, revision, members }) => ({
    ...participant,
    status: inProgress(round),
    round,
    revision,
    tasks: tasksOfNewRound(participant, members, 'NOT_STARTED'),
    steps: {},
    snapshot: null,
    sentAt: null,
    mixedData: false,
    awaitsConfirmation: false,
    approval: null,
    openRequest: null,
  }),
};
