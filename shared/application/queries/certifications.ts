import { canSee } from '../../domain/access/visibility.ts';
import { personOf } from '../../domain/actor.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { hasEnded } from '../../domain/certification-event/window.ts';
import { isTaskOpen, outlineOf, type ParticipantContext, taskOf } from '../../domain/participant/context.ts';
import type { Participant, ParticipantStatus, UserStatus } from '../../domain/participant/state.ts';
import type { Caller } from '../caller.ts';
import { isLive } from '../participants/scene.ts';
import type { Store } from '../ports/store.ts';
import { type WorklistRow, worklistRow } from '../views/worklist-row.ts';
import { holdsText, isBetween, isChosen, isWanted } from './matches.ts';

export interface WorklistFilter {
  readonly eventName?: string | undefined;
  readonly schoolName?: string | undefined;
  readonly userStatus?: readonly UserStatus[] | undefined;
  readonly eventStatus?: readonly ParticipantStatus[] | undefined;
  /** First and last due date, both included. */
  readonly dueAfter?: CalendarDate | undefined;
  readonly dueBefore?: CalendarDate | undefined;
  readonly year?: number | undefined;
  readonly active?: boolean | undefined;
  /** Closed ones, and only those. */
  readonly archived: boolean;
}

interface Part {
  readonly participant: Participant;
  readonly context: ParticipantContext;
}

/** The participants of the caller's district that he is a member of, for his schools. */
const partsOf = async (store: Store, caller: Caller): Promise<readonly Part[]> => {
  const user = personOf(caller.actor);
  const participants = (await store.participantsOfDistrict(user.organizationId)).map((read) => read.state);
  const ids = [...new Set(participants.map((participant) => participant.certificationEventId))];
  const live = (await store.loadMany('certificationEvent', ids)).filter(isLive);
  const byId = new Map(live.map(({ state }) => [state.id, state]));
  return participants.flatMap((participant) => {
    const certificationEvent = byId.get(participant.certificationEventId);
    if (certificationEvent === undefined) return [];
    return canSee(user, { kind: 'PARTICIPANT', certificationEvent, participant })
      ? [{ participant, context: { ...caller, certificationEvent } }]
      : [];
  });
};

/** Still of interest: not closed, and before its end or with work of the caller's own left. */
const isActive = ({ participant, context }: Part): boolean => {
  const task = taskOf(participant, personOf(context.actor).id);
  const isOver = hasEnded(outlineOf(context), context.now, context.agency.timeZone);
  return context.certificationEvent.status !== 'CLOSED' && (!isOver || (task !== null && isTaskOpen(task)));
};

const isArchived = ({ context }: Part): boolean => context.certificationEvent.status === 'CLOSED';

const fits = (row: WorklistRow, filter: WorklistFilter): boolean =>
  holdsText(row.eventName, filter.eventName) &&
  holdsText(row.schoolName ?? '', filter.schoolName) &&
  isChosen(row.userStatus, filter.userStatus) &&
  isChosen(row.eventStatus, filter.eventStatus) &&
  isBetween(row.dueDate, filter.dueAfter, filter.dueBefore) &&
  isWanted<number>(row.reportingYear, filter.year);

/** The caller's worklist. */
export const worklist = async (
  store: Store,
  caller: Caller,
  filter: WorklistFilter,
): Promise<readonly WorklistRow[]> => {
  const parts = await partsOf(store, caller);
  return parts
    .filter((part) => isArchived(part) === filter.archived && isWanted(isActive(part), filter.active))
    .map(({ participant, context }) => worklistRow(participant, context))
    .filter((row) => fits(row, filter));
};
