import { canSee } from '../../domain/access/visibility.ts';
import { personOf } from '../../domain/actor.ts';
import type { Participant, ValidationStep } from '../../domain/participant/state.ts';
import type { User } from '../../domain/user/state.ts';
import type { ValidationRun } from '../../domain/validation-run/state.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import type { Caller } from '../caller.ts';
import { isLive } from '../participants/scene.ts';
import type { Store } from '../ports/store.ts';
import { isChosen, isWanted } from './matches.ts';

export interface QueueFilter {
  readonly organizationId?: OrganizationId | undefined;
  readonly status?: readonly ValidationRun['status'][] | undefined;
  readonly step?: ValidationStep | undefined;
}

const isAbout = (run: ValidationRun, participant: Participant): boolean =>
  run.certificationEventId === participant.certificationEventId && run.organizationId === participant.organizationId;

/** Those of a district's runs that this person may see: their participants and certification events are read at once. */
const visibleTo = async (
  store: Store,
  user: User,
  runs: readonly ValidationRun[],
): Promise<readonly ValidationRun[]> => {
  const own = runs.filter(({ districtId }) => districtId === user.organizationId);
  if (own.length === 0) return [];
  const [participants, certificationEvents] = await Promise.all([
    store.loadMany('participant', own),
    store.loadMany('certificationEvent', [...new Set(own.map(({ certificationEventId }) => certificationEventId))]),
  ]);
  const live = certificationEvents.filter(isLive);
  return own.filter((run) => {
    const certificationEvent = live.find(({ state }) => state.id === run.certificationEventId)?.state;
    const participant = participants.find(({ state }) => isAbout(run, state))?.state;
    const isThere = certificationEvent !== undefined && participant !== undefined;
    return isThere && canSee(user, { kind: 'RUN', certificationEvent, participant, run });
  });
};

/** Waiting and running validations: everybody's for the state, for others those they have a part in. */
export const queueFor = async (
  store: Store,
  caller: Caller,
  { organizationId, status, step }: QueueFilter,
): Promise<readonly ValidationRun[]> => {
  const runs = (await store.queuedRuns())
    .map((read) => read.state)
    .filter(
      (run) => isWanted(run.organizationId, organizationId) && isChosen(run.status, status) && isWanted(run.step, step),
    );
  const user = personOf(caller.actor);
  return user.side === 'STATE' ? runs : visibleTo(store, user, runs);
};
