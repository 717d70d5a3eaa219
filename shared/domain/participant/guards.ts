import { type Guard, guard } from '../guard.ts';
import { effectiveDeadline, hasOpened, hasStarted } from '../certification-event/window.ts';
import { refusal } from '../refusal.ts';
import { isFinished, isTaskOpen, outlineOf, type ParticipantContext } from './context.ts';
import type { Participant, Task } from './state.ts';

// One guard for each refusal that several commands share. Every command lists them in the order of the contract:
// closed, paused, window, past due, already submitted, steps, values.

/** A withdrawn participant is hidden from its people; the state sees it and can do nothing with it. */
export const notFrozen = (participant: Participant, context: ParticipantContext): Guard => {
  if (context.certificationEvent.status === 'CLOSED') return refusal('EVENT_CLOSED');
  return guard(participant.status !== 'WITHDRAWN', 'WRONG_STATUS', { status: participant.status });
};

export const notPaused = (context: ParticipantContext): Guard => guard(outlineOf(context).active, 'EVENT_PAUSED');

export const reviewBegun = (context: ParticipantContext): Guard =>
  guard(hasStarted(outlineOf(context), context.now, context.agency.timeZone), 'NOT_STARTED_YET', {
    startDate: outlineOf(context).startDate,
  });

export const windowOpened = (context: ParticipantContext): Guard =>
  guard(hasOpened(outlineOf(context), context.now, context.agency.timeZone), 'WINDOW_NOT_OPEN', {
    certificationOpensDate: outlineOf(context).certificationOpensDate,
  });

export const beforeDeadline = (participant: Participant, task: Task, context: ParticipantContext): Guard =>
  guard(context.now < effectiveDeadline(task, participant, outlineOf(context), context.agency.timeZone), 'PAST_DUE');

export const notSent = (participant: Participant): Guard => guard(!isFinished(participant), 'ALREADY_SUBMITTED');

/** Neither the participant as a whole nor this person is done. */
export const stillOpen = (participant: Participant, task: Task): Guard =>
  guard(!isFinished(participant) && (task.role === 'REVIEWER' || isTaskOpen(task)), 'ALREADY_SUBMITTED');

export const begun = (task: Task): Guard => guard(task.status !== 'NOT_STARTED', 'NOT_STARTED');
