import type { Instant } from '../../kernel/instant.ts';
import { effectiveDeadline } from '../certification-event/window.ts';
import { isTaskOpen, outlineOf, type ParticipantContext } from './context.ts';
import type { Participant, Task, UserStatus } from './state.ts';

/** From where a participant is looked at: the clock and the zone that statuses depend on. */
export type Viewpoint = Pick<ParticipantContext, 'certificationEvent' | 'now' | 'agency'>;

/** Closing froze everything as it was at that moment. */
const seenAt = ({ certificationEvent, now }: Viewpoint): Instant =>
  certificationEvent.status === 'CLOSED' ? certificationEvent.closedAt : now;

export const isLate = (task: Task, participant: Participant, view: Viewpoint): boolean =>
  seenAt(view) >= effectiveDeadline(task, participant, outlineOf(view), view.agency.timeZone);

/** A person's status as shown. OVERDUE comes and goes with the clock and the deadline; it is never stored. Null: no part in this round. */
export const userStatusOf = (task: Task | null, participant: Participant, view: Viewpoint): UserStatus => {
  if (task === null) return 'NOT_APPLICABLE';
  // Nobody owes anything any more for a participant that was taken out.
  const owes = isTaskOpen(task) && participant.status !== 'WITHDRAWN';
  return owes && isLate(task, participant, view) ? 'OVERDUE' : task.status;
};
