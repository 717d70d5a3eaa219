import { certifiersOf, endRequest, isDone, isOpenForWork, live, opened } from './participant.ts';
import { membersAt, newTask, reconcile } from './members.ts';
import { queueSnapshot } from './snapshot.ts';
import { firstOf, refuseUnless, type Verdict } from './verdict.ts';
import {
  clockOf,
  definitionOf,
  type ModelParticipant,
  type ModelTask,
  overAt,
  type ParticipantStatus,
  today,
  type World,
} from './world.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';

/* The state's side of C.3: approve, send back, un-approve, decline, and due dates. Each row of a bulk decision stands alone. */

export interface Decision {
  readonly type: 'APPROVE' | 'REQUEST_RECERTIFICATION' | 'UNAPPROVE' | 'DECLINE_REQUEST';
  readonly reason: string | undefined;
  readonly newDueDate: CalendarDate | undefined;
  readonly confirmNotCertified: boolean;
}

const reasoned = ({ reason }: Decision): Verdict => refuseUnless(reason !== undefined, 'REASON_REQUIRED');

const mayApprove = (world: World, participant: ModelParticipant, decision: Decision): Verdict => {
  const { status } = participant;
  const isUncertified = status === 'IN_PROGRESS' || status === 'RECERT_IN_PROGRESS';
  return firstOf(
    refuseUnless(status !== 'WITHDRAWN', 'WRONG_STATUS'),
    opened(world),
    refuseUnless(status !== 'APPROVED', 'WRONG_STATUS'),
    refuseUnless(!isUncertified || decision.confirmNotCertified, 'NOT_CERTIFIED'),
    status === 'SENT' ? [] : reasoned(decision),
  );
};

const maySendBack = (world: World, participant: ModelParticipant, decision: Decision): Verdict => {
  const { status, tasks } = participant;
  const { newDueDate } = decision;
  const { endDate } = definitionOf(world);
  const isLate = clockOf(world) >= overAt(world, endDate);
  const isFit = newDueDate === undefined || (newDueDate >= today(world) && (endDate === null || newDueDate >= endDate));
  const dateFits = refuseUnless(isFit, 'DUE_DATE_INVALID');
  return firstOf(
    refuseUnless(status !== 'WITHDRAWN', 'WRONG_STATUS'),
    refuseUnless(!isOpenForWork(participant) || tasks.some(isDone), 'NOTHING_CERTIFIED'),
    refuseUnless(!isLate || newDueDate !== undefined, 'NEW_DUE_DATE_REQUIRED'),
    [...reasoned(decision), ...dateFits],
  );
};

export const mayDecide = (world: World, participant: ModelParticipant, decision: Decision): Verdict => {
  switch (decision.type) {
    case 'APPROVE':
      return mayApprove(world, participant, decision);
    case 'REQUEST_RECERTIFICATION':
      return maySendBack(world, participant, decision);
    case 'UNAPPROVE':
      return firstOf(refuseUnless(participant.status === 'APPROVED', 'WRONG_STATUS'), reasoned(decision));
    case 'DECLINE_REQUEST':
      return firstOf(refuseUnless(participant.request !== null, 'NO_OPEN_REQUEST', 'WRONG_STATUS'), reasoned(decision));
  }
};

const approvedStatus = (task: ModelTask): ModelTask['status'] => {
  if (task.role === 'REVIEWER') return 'NOT_APPLICABLE';
  return isDone(task) && task.status !== 'COMPLETE_BY_STATE' ? 'APPROVED_COMPLETE' : 'COMPLETE_BY_STATE';
};

const approve = (world: World, participant: ModelParticipant): void => {
  if (participant.request !== null) {
    world.edges.reach('P14');
    const wasApproved = participant.request.previous === 'APPROVED';
    endRequest(world, participant);
    if (wasApproved) return;
  }
  const isCertified = participant.status === 'SENT';
  world.edges.reach(isCertified ? 'P4' : 'P5');
  if (isCertified) world.edges.reach('U10');
  const tasks = new Map(participant.tasks.map((task) => [task.userId, task.status]));
  participant.approval = { previous: participant.status, tasks, notCertified: !isCertified };
  participant.status = 'APPROVED';
  if (world.cast.level === 'SCHOOL') world.edges.reach('School approved');
  if (participant.snapshot?.status === 'COMPLETED') participant.snapshot.state = 'LOCKED';
  participant.awaitsConfirmation = false;
  for (const task of participant.tasks) task.status = approvedStatus(task);
};

const unapprove = (world: World, participant: ModelParticipant): void => {
  world.edges.reach('P20');
  participant.status = participant.approval?.previous ?? 'SENT';
  for (const task of participant.tasks) task.status = participant.approval?.tasks.get(task.userId) ?? task.status;
  participant.approval = null;
  if (participant.snapshot !== null && participant.status !== 'SENT') participant.snapshot.state = 'CURRENT';
  reconcile(world, participant);
};

/** A new round: tasks from the present members, steps reset, the old snapshot kept as history. */
export const newRound = (world: World, participant: ModelParticipant): void => {
  participant.status = 'RECERT_IN_PROGRESS';
  if (world.cast.level === 'SCHOOL') world.edges.reach('School sent back');
  participant.round += 1;
  participant.request = null;
  participant.approval = null;
  participant.awaitsConfirmation = false;
  participant.runs.clear();
  if (participant.snapshot?.state === 'LOCKED') world.edges.reach('S LOCKED-HISTORY');
  participant.snapshot = null;
  participant.tasks = membersAt(world, participant.organizationId).map((member) => ({
    ...newTask(member, 'INCOMPLETE'),
    dueDateOverride: participant.tasks.find(({ userId }) => userId === member.userId)?.dueDateOverride ?? null,
  }));
  if (definitionOf(world).snapshotMethod === 'FULL') queueSnapshot(world, participant, null);
};

const sendBackEdges = {
  SENT: 'P6',
  APPROVED: 'P7',
  IN_PROGRESS: 'P8',
  RECERT_IN_PROGRESS: 'P8',
  RECERT_REQUESTED: 'P11',
} as const;

const edgeOf = (status: ParticipantStatus) => (status === 'WITHDRAWN' ? undefined : sendBackEdges[status]);

const sendBack = (world: World, participant: ModelParticipant, { newDueDate }: Decision): void => {
  const edge = edgeOf(participant.status);
  if (edge !== undefined) world.edges.reach(edge);
  if (participant.request !== null) world.edges.reach('U8');
  if (certifiersOf(participant).some(isDone)) world.edges.reach('U11');
  if (newDueDate !== undefined) participant.deadline = newDueDate;
  newRound(world, participant);
};

export const decide = (world: World, participant: ModelParticipant, decision: Decision): void => {
  switch (decision.type) {
    case 'APPROVE':
      return approve(world, participant);
    case 'REQUEST_RECERTIFICATION':
      return sendBack(world, participant, decision);
    case 'UNAPPROVE':
      return unapprove(world, participant);
    case 'DECLINE_REQUEST':
      world.edges.reach('P12');
      return endRequest(world, participant);
  }
};

/** ALL stands for the participant as a whole, whoever certifies for it. */
const isKnown = (participant: ModelParticipant, userId: string): boolean =>
  userId === 'ALL' || certifiersOf(participant).some((task) => task.userId === userId);

/** A later due date; null takes one back. */
export const mayOverride = (
  world: World,
  participant: ModelParticipant,
  userId: string,
  date: CalendarDate | null,
): Verdict =>
  firstOf(
    refuseUnless(isKnown(participant, userId), 'NOT_FOUND'),
    live(world),
    refuseUnless(participant.status !== 'WITHDRAWN', 'WRONG_STATUS'),
    refuseUnless(
      date === null || (date >= today(world) && date >= (definitionOf(world).endDate ?? '')),
      'DUE_DATE_INVALID',
    ),
  );

export const override = (participant: ModelParticipant, userId: string, date: CalendarDate | null): void => {
  if (userId === 'ALL') participant.deadline = date;
  for (const task of participant.tasks) if (task.userId === userId) task.dueDateOverride = date;
};
