import { firstOf, refuseUnless, type Verdict } from './verdict.ts';
import {
  clockOf,
  definitionOf,
  later,
  type ModelParticipant,
  type ModelTask,
  overAt,
  startsAt,
  type World,
} from './world.ts';

/*
 * C.3 and C.4 as corrected by the rulings: what a participant's people may do, and what becomes of it. Each command has
 * its reasons to be refused (`may...`) in the order of the text, and its effect, which names the edges it goes.
 */

export const certifiersOf = (participant: ModelParticipant): readonly ModelTask[] =>
  participant.tasks.filter(({ role }) => role === 'CERTIFIER');

const doneStatuses = ['COMPLETE', 'APPROVED_COMPLETE', 'COMPLETE_BY_STATE', 'REQUEST_PENDING'];
export const isDone = ({ status }: ModelTask): boolean => doneStatuses.includes(status);

export const isOpenForWork = ({ status }: ModelParticipant): boolean =>
  status === 'IN_PROGRESS' || status === 'RECERT_IN_PROGRESS';

/** The later of the certification event's end and whatever was granted. */
export const dueDateOf = (world: World, participant: ModelParticipant, task: ModelTask) =>
  later(definitionOf(world).endDate, participant.deadline, task.dueDateOverride);

const isPastDue = (world: World, participant: ModelParticipant, task: ModelTask): boolean =>
  clockOf(world) >= overAt(world, dueDateOf(world, participant, task));

/** OVERDUE is derived from the clock and never stored. */
export const shownStatus = (world: World, participant: ModelParticipant, task: ModelTask): string => {
  const unfinished = task.status === 'NOT_STARTED' || task.status === 'INCOMPLETE';
  return unfinished && isOpenForWork(participant) && isPastDue(world, participant, task) ? 'OVERDUE' : task.status;
};

export const progressOf = (participant: ModelParticipant) => ({
  certified: certifiersOf(participant).filter(({ submitted }) => submitted).length,
  certifiers: certifiersOf(participant).length,
});

export const live = ({ event }: World): Verdict => refuseUnless(event.status === 'PUBLISHED', 'EVENT_CLOSED');

export const liveAndActive = (world: World): Verdict =>
  firstOf(live(world), refuseUnless(definitionOf(world).active, 'EVENT_PAUSED'));

export const opened = (world: World): Verdict =>
  refuseUnless(
    world.now >= startsAt(world, definitionOf(world).certificationOpensDate ?? definitionOf(world).startDate),
    'WINDOW_NOT_OPEN',
  );

export const inTime = (world: World, participant: ModelParticipant, task: ModelTask): Verdict =>
  refuseUnless(!isPastDue(world, participant, task), 'PAST_DUE');

/** P3, P16: the last certifier has submitted, or somebody confirmed for those who are left. */
export const send = (world: World, participant: ModelParticipant): void => {
  world.edges.reach(participant.status === 'IN_PROGRESS' ? 'P3' : 'P16');
  participant.status = 'SENT';
  if (world.cast.level === 'SCHOOL') world.edges.reach('School sent');
  participant.awaitsConfirmation = false;
  if (participant.snapshot !== null) {
    participant.snapshot.state = 'LOCKED';
    world.edges.reach('S CURRENT-LOCKED');
  }
};

export const mayWithdrawSubmission = (world: World, participant: ModelParticipant, task: ModelTask): Verdict =>
  firstOf(live(world), refuseUnless(participant.status === 'SENT' && task.status === 'COMPLETE', 'WRONG_STATUS'));

/** P22: back to where the round was, the snapshot unlocked, the others' submissions untouched. */
export const withdrawSubmission = (world: World, participant: ModelParticipant, task: ModelTask): void => {
  world.edges.reach('P22');
  participant.status = participant.round === 1 ? 'IN_PROGRESS' : 'RECERT_IN_PROGRESS';
  task.status = 'INCOMPLETE';
  task.submitted = false;
  if (participant.snapshot !== null) {
    participant.snapshot.state = 'CURRENT';
    world.edges.reach('S LOCKED-CURRENT');
  }
};

export const mayConfirmSent = (world: World, participant: ModelParticipant): Verdict =>
  firstOf(live(world), refuseUnless(participant.awaitsConfirmation, 'WRONG_STATUS'));

export const mayRequest = (world: World, participant: ModelParticipant): Verdict =>
  firstOf(
    live(world),
    refuseUnless(participant.status !== 'RECERT_REQUESTED', 'REQUEST_PENDING'),
    refuseUnless(participant.status === 'SENT' || participant.status === 'APPROVED', 'WRONG_STATUS'),
  );

/** P9, P10: the one who asks waits, the others stay as they are. Who joined the list since it was sent has no part that waits. */
export const request = (world: World, participant: ModelParticipant, by: string): void => {
  const previous = participant.status === 'APPROVED' ? 'APPROVED' : 'SENT';
  world.edges.reach(previous === 'SENT' ? 'P9' : 'P10');
  const task = participant.tasks.find(({ userId }) => userId === by);
  participant.request = { by, previous, task: task?.status ?? null };
  participant.status = 'RECERT_REQUESTED';
  if (task === undefined) return;
  world.edges.reach('U7');
  task.status = 'REQUEST_PENDING';
};

export const mayWithdrawRequest = (world: World, participant: ModelParticipant, by: string): Verdict =>
  firstOf(
    live(world),
    refuseUnless(participant.request !== null, 'NO_OPEN_REQUEST'),
    refuseUnless(participant.request?.by === by, 'FORBIDDEN', 'NO_OPEN_REQUEST', 'WRONG_STATUS'),
  );

/** Declined or withdrawn: both the participant and the one who asked are what they were. */
export const endRequest = (world: World, participant: ModelParticipant): void => {
  const { request: open } = participant;
  if (open === null) return;
  world.edges.reach('U9');
  participant.status = open.previous;
  for (const task of participant.tasks) if (task.userId === open.by) task.status = open.task ?? task.status;
  participant.request = null;
};
