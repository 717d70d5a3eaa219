import type { ParticipantStatus, Task, UserStatus } from '../../domain/participant/state.ts';
import { userStatusOf } from '../../domain/participant/viewpoint.ts';
import { eventOf, participantsOf } from '../event-part.ts';
import { type Found, type Invariant, none, type Part } from '../invariant.ts';

const unfinished: readonly UserStatus[] = ['NOT_STARTED', 'INCOMPLETE', 'OVERDUE'];

/** What may be shown of a certifier beside each status of his participant. */
const pairs: Readonly<Record<ParticipantStatus, readonly UserStatus[]>> = {
  IN_PROGRESS: [...unfinished, 'COMPLETE'],
  SENT: ['COMPLETE'],
  APPROVED: ['APPROVED_COMPLETE', 'COMPLETE_BY_STATE'],
  RECERT_REQUESTED: ['COMPLETE', 'APPROVED_COMPLETE', 'COMPLETE_BY_STATE', 'REQUEST_PENDING'],
  RECERT_IN_PROGRESS: [...unfinished, 'COMPLETE'],
  // Nobody is shown a withdrawn one; its tasks stay as they were.
  WITHDRAWN: [...unfinished, 'COMPLETE', 'APPROVED_COMPLETE', 'COMPLETE_BY_STATE', 'REQUEST_PENDING'],
};

const isShownRight = (status: ParticipantStatus, { role }: Task, shown: UserStatus): boolean =>
  role === 'REVIEWER' ? shown === 'NOT_APPLICABLE' : pairs[status].includes(shown);

const shown = (part: Part): Found => {
  const event = eventOf(part);
  const agency = part.directory.of('agency')[0]?.state;
  if (agency === undefined || (event?.state.status !== 'PUBLISHED' && event?.state.status !== 'CLOSED')) return none;
  const view = { certificationEvent: event.state, now: part.now, agency };
  return participantsOf(part).flatMap(({ chain, state }) =>
    state.tasks.flatMap((task) => {
      const status = userStatusOf(task, state, view);
      return isShownRight(state.status, task, status)
        ? none
        : [`${chain}: ${task.userId} (${task.role}) shows as ${status} while it is ${state.status}`];
    }),
  );
};

/** That a status is a function of state and clock alone is the type of `userStatusOf`; OVERDUE cannot be stored (the form refuses it). */
export const statusesFitEachOther: Invariant = {
  number: 12,
  slug: 'statuses-fit-each-other',
  sentence: 'Every pair of statuses shown of a participant and its people is in the table of pairs.',
  check: shown,
};
