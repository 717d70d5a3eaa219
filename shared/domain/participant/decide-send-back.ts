import { dateIn } from '../../kernel/calendar-date.ts';
import { ok } from '../../kernel/result.ts';
import { hasEnded } from '../certification-event/window.ts';
import { type Guard, guard, reasonGiven, trimmed, valueGuard, whenAllHold } from '../guard.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { DecisionCommand } from './commands.ts';
import {
  actorId,
  isFinished,
  outlineOf,
  type ParticipantContext,
  type ParticipantDecision,
  submittersOf,
} from './context.ts';
import { notFrozen } from './guards.ts';
import { newRound } from './new-round.ts';
import type { Participant } from './state.ts';

type SendBack = Extract<DecisionCommand, { readonly type: 'decide:REQUEST_RECERTIFICATION' }>;

/** A deadline that somebody sets by hand: neither in the past nor before the end date of the certification event. */
export const dueDatePossible = (dueDate: CalendarDate, pointer: string, context: ParticipantContext): Guard => {
  const today = dateIn(context.now, context.agency.timeZone);
  return valueGuard(dueDate >= today && dueDate >= outlineOf(context).endDate, 'DUE_DATE_INVALID', pointer);
};

/**
 * The state sends back what was certified, with a reason: a new round for the present members. Where nobody has certified
 * there is nothing to do again. After the end date it must give a day until which the district may submit.
 */
export const decideSendBack = (
  participant: Participant,
  command: SendBack,
  context: ParticipantContext,
): ParticipantDecision => {
  const reason = trimmed(command.reason);
  const { newDueDate, members, snapshotId } = command;
  const isOver = hasEnded(outlineOf(context), context.now, context.agency.timeZone);
  const guards = [
    notFrozen(participant, context),
    guard(isFinished(participant) || submittersOf(participant).length > 0, 'NOTHING_CERTIFIED'),
    guard(!isOver || newDueDate !== null, 'NEW_DUE_DATE_REQUIRED'),
    reasonGiven(reason),
    newDueDate === null ? null : dueDatePossible(newDueDate, '/newDueDate', context),
  ];
  return whenAllHold(guards, () =>
    ok(newRound(participant, { by: actorId(context), reason, newDueDate, members, snapshotId }, context)),
  );
};
