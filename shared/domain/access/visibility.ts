import { coversSchool, isWithin } from '../category/scope.ts';
import type { CertificationEvent } from '../certification-event/state.ts';
import type { CategoryId } from '../../kernel/ids.ts';
import type { Membership, User } from '../user/state.ts';
import type { ParticipantResource, Resource } from './resource.ts';

type OneParticipant = Pick<ParticipantResource, 'certificationEvent' | 'participant'>;
type LocalMembership = Extract<Membership, { readonly side: 'LOCAL' }>;

export const categoryOf = ({ certificationEvent }: OneParticipant): CategoryId =>
  certificationEvent.published.outline.categoryId;

/** Within the person's own district, and, where he is bound to certain schools, within those. */
export const isWithinReach = (user: User, { participant }: Pick<OneParticipant, 'participant'>): boolean => {
  if (user.organizationId !== participant.districtId || participant.status === 'WITHDRAWN') return false;
  return participant.level === 'DISTRICT'
    ? user.schools === 'ALL'
    : coversSchool(user.schools, participant.organizationId);
};

/** His membership for this very participant, if he has one: of its category, in its district, and for its school. */
export const localMembership = (user: User, one: OneParticipant): LocalMembership | null => {
  const { participant } = one;
  const found = user.memberships.find(
    (membership): membership is LocalMembership =>
      membership.side === 'LOCAL' &&
      membership.categoryId === categoryOf(one) &&
      membership.districtId === participant.districtId &&
      (participant.level === 'DISTRICT' || coversSchool(membership.schools, participant.organizationId)),
  );
  return found !== undefined && isWithinReach(user, one) ? found : null;
};

const isMemberOf = (user: User, categoryId: CategoryId): boolean =>
  user.memberships.some((membership) => membership.categoryId === categoryId);

/** Before the flip districts see nothing of it; afterwards only the members of its category do. */
const seesCertificationEvent = (user: User, certificationEvent: CertificationEvent): boolean => {
  const { status } = certificationEvent;
  const isLive = status === 'PUBLISHED' || status === 'CLOSED';
  return isLive && isMemberOf(user, certificationEvent.published.outline.categoryId);
};

const localSees = (user: User, resource: Resource): boolean => {
  switch (resource.kind) {
    case 'AGENCY':
      return true;
    case 'ORGANIZATION':
      return isOwnOrganization(user, resource);
    case 'DISTRICT_DATA':
      return resource.districtId === user.organizationId && user.schools === 'ALL';
    case 'USER':
      return isOwnPerson(user, resource.user);
    case 'CATEGORY':
      return resource.category.published;
    case 'LOCAL_MEMBERS':
      return resource.category.published && resource.districtId === user.organizationId;
    case 'CERTIFICATION_EVENT':
      return seesCertificationEvent(user, resource.certificationEvent);
    case 'PARTICIPANT':
      return localMembership(user, resource) !== null;
    case 'RUN':
      return resource.run.step !== null && localMembership(user, resource) !== null;
  }
};

// Somebody for more schools than he sees himself is out of his sight.
const isOwnPerson = (user: User, other: Pick<User, 'side' | 'organizationId' | 'schools'>): boolean =>
  other.side === 'LOCAL' && other.organizationId === user.organizationId && isWithin(other.schools, user.schools);

const isOwnOrganization = (
  user: User,
  { organizationId, districtId }: Extract<Resource, { readonly kind: 'ORGANIZATION' }>,
): boolean =>
  organizationId === user.organizationId ||
  (districtId === user.organizationId && coversSchool(user.schools, organizationId));

/**
 * Whether a person may know that this exists. To him, what he cannot see and what does not exist are the same: 404. The
 * state sees all of its agency; what it may do with it is a matter of rights. Lists show the rows that pass here.
 */
export const canSee = (user: User, resource: Resource): boolean => {
  if (user.side === 'LOCAL') return localSees(user, resource);
  return resource.kind !== 'CERTIFICATION_EVENT' || resource.certificationEvent.status !== 'DELETED';
};
