import type { CategoryId } from '../../kernel/ids.ts';
import type { Actor } from '../actor.ts';
import { publishingOf } from '../certification-event/decide-publication.ts';
import { draftOf, publishedOf } from '../certification-event/lifecycle.ts';
import type { User } from '../user/state.ts';
import { type Grant, holds, type Standing } from './grant.ts';
import { type Operation, policy } from './policy.ts';
import type { ParticipantResource, Resource } from './resource.ts';
import { canSee, categoryOf, isWithinReach, localMembership } from './visibility.ts';

export type Access = 'ALLOWED' | 'FORBIDDEN' | 'NOT_FOUND';

type OneParticipant = Pick<ParticipantResource, 'certificationEvent' | 'participant'>;

const participantIn = (resource: Resource): OneParticipant | null =>
  resource.kind === 'PARTICIPANT' || resource.kind === 'RUN' ? resource : null;

/** The category that decides about it: of what is published, else of what is being published, else of the draft. */
const categoryIn = (resource: Resource): CategoryId | null => {
  if (resource.kind === 'CATEGORY') return resource.category.id;
  const one = participantIn(resource);
  if (one !== null) return categoryOf(one);
  if (resource.kind !== 'CERTIFICATION_EVENT') return null;
  const { certificationEvent } = resource;
  const definition = publishedOf(certificationEvent) ?? publishingOf(certificationEvent) ?? draftOf(certificationEvent);
  return definition?.outline.categoryId ?? null;
};

const stateRole = (user: User, resource: Resource): 'APPROVER' | 'REVIEWER' | null => {
  const categoryId = categoryIn(resource);
  const found = user.memberships.find(
    (membership) => membership.side === 'STATE' && membership.categoryId === categoryId,
  );
  return found?.side === 'STATE' ? found.role : null;
};

// Whoever is bound to certain schools does not manage the list of the whole district.
const managesList = (user: User, resource: Resource): boolean =>
  resource.kind === 'LOCAL_MEMBERS' && user.schools === 'ALL' && canSee(user, resource);

const stands = (user: User, standing: Standing, resource: Resource): boolean => {
  const one = participantIn(resource);
  switch (standing) {
    case 'STATE_MEMBER':
      return stateRole(user, resource) !== null;
    case 'STATE_APPROVER':
      return stateRole(user, resource) === 'APPROVER';
    case 'STATE_RUN':
      return stateRole(user, resource) !== null && resource.kind === 'RUN' && resource.run.step === null;
    case 'LOCAL_MEMBER':
      return one !== null && canSee(user, resource);
    case 'LOCAL_CERTIFIER':
      return one !== null && canSee(user, resource) && localMembership(user, one)?.role === 'CERTIFIER';
    case 'MEMBER_MANAGER':
      return one === null ? managesList(user, resource) : isWithinReach(user, one);
    case 'DISTRICT_ADMIN':
      return user.districtAdmin && resource.kind === 'USER' && canSee(user, resource);
  }
};

const isGranted = (user: User, { side, rights, standing }: Grant, resource: Resource): boolean => {
  if (user.side !== side || !holds(user, rights)) return false;
  return standing === null ? canSee(user, resource) : stands(user, standing, resource);
};

// Save & Publish of an existing one is an edit too; publishing a first draft is making something new.
const republishes = (operation: Operation, resource: Resource): boolean =>
  operation === 'publishCertificationEvent' &&
  resource.kind === 'CERTIFICATION_EVENT' &&
  resource.certificationEvent.status === 'PUBLISHED';

/**
 * Whether somebody may do this to that, by rights, membership and scope alone; status and clock are the decision's. Out of
 * his sight is NOT_FOUND, in sight without the right FORBIDDEN. A part of the system does what its own code asks.
 */
export const access = (actor: Actor, operation: Operation, resource: Resource): Access => {
  if (actor.kind === 'SYSTEM') return 'ALLOWED';
  const { user } = actor;
  if (!user.active) return 'FORBIDDEN';
  const grants: readonly Grant[] = policy[operation];
  const lacksWrite = republishes(operation, resource) && !holds(user, { EVENT_MANAGEMENT: 'W' });
  if (!lacksWrite && grants.some((grant) => isGranted(user, grant, resource))) return 'ALLOWED';
  return canSee(user, resource) ? 'FORBIDDEN' : 'NOT_FOUND';
};
