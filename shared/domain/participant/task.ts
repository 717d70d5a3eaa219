import type { ParticipantMember } from './commands.ts';
import type { Participant, Task, TaskStatus } from './state.ts';

/** A person's part in a round that begins for him. A reviewer has nothing to submit. */
export const newTask = (member: ParticipantMember, status: TaskStatus): Task => ({
  userId: member.userId,
  name: member.name,
  role: member.role,
  status: member.role === 'REVIEWER' ? 'NOT_APPLICABLE' : status,
  startedAt: null,
  dueDateOverride: null,
  completions: {},
  submission: null,
});

/** The participant with some of its tasks changed. */
export const withTasks = (
  participant: Participant,
  isMeant: (task: Task) => boolean,
  change: (task: Task) => Task,
): Participant => ({
  ...participant,
  tasks: participant.tasks.map((task) => (isMeant(task) ? change(task) : task)),
});

/** The tasks of a new round: the present members, each keeping a deadline given to him in person. */
export const tasksOfNewRound = (
  participant: Participant,
  members: readonly ParticipantMember[],
  status: TaskStatus,
): readonly Task[] =>
  members.map((member) => {
    const former = participant.tasks.find((task) => task.userId === member.userId);
    return { ...newTask(member, status), dueDateOverride: former?.dueDateOverride ?? null };
  });
