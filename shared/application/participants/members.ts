import { participantMembers } from '../../domain/category/scope.ts';
import type { LocalMembers } from '../../domain/category/state.ts';
import type { Organization } from '../../domain/organization/state.ts';
import type { ParticipantMember } from '../../domain/participant/commands.ts';
import type { CategoryId, OrganizationId } from '../../kernel/ids.ts';
import type { Store } from '../ports/store.ts';
import type { VersionCheck } from '../ports/unit-of-work.ts';
import type { Scene } from './scene.ts';

export const districtOf = (organization: Organization): OrganizationId =>
  organization.type === 'SCHOOL' ? (organization.parentOrganizationId ?? organization.id) : organization.id;

/** The people a category's local lists give a participant, by the domain's own rule. */
export const membersFor = (
  lists: readonly LocalMembers[],
  organization: Organization,
): readonly ParticipantMember[] => {
  const local = lists.find((list) => list.districtId === districtOf(organization));
  const level = organization.type === 'SCHOOL' ? 'SCHOOL' : 'DISTRICT';
  return local === undefined ? [] : participantMembers(local, { organizationId: organization.id, level });
};

/** The local lists of the districts that these organizations are or lie in. */
export const localListsFor = async (
  store: Store,
  categoryId: CategoryId,
  organizations: readonly Organization[],
): Promise<readonly LocalMembers[]> => {
  const districts = [...new Set(organizations.map(districtOf))];
  const lists = await store.loadMany(
    'localMembers',
    districts.map((districtId) => ({ categoryId, districtId })),
  );
  return lists.map((list) => list.state);
};

/** The people of a participant, and the check that their list is still the same when a decision about them is written. */
export interface MembersAsRead {
  readonly members: readonly ParticipantMember[];
  readonly check: VersionCheck;
}

/** Who is to certify and review a participant as the category's list of its district stands now. */
export const currentMembers = async (
  store: Store,
  scene: Scene,
  categoryId: CategoryId = scene.certificationEvent.state.published.outline.categoryId,
): Promise<MembersAsRead> => {
  const participant = scene.participant.state;
  const key = { categoryId, districtId: participant.districtId };
  const list = await store.load('localMembers', key);
  return {
    members: list === undefined ? [] : participantMembers(list.state, participant),
    check: { entity: 'localMembers', key, version: list?.version ?? null },
  };
};
