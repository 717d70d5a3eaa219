import type { LocalMember } from '../../domain/category/state.ts';
import { fullName } from '../../domain/user/name.ts';
import { tools, type Membership, type SchoolScope, type Tool, type User } from '../../domain/user/state.ts';
import type { CategoryId, OrganizationId, UserId } from '../../kernel/ids.ts';

const membershipView = (membership: Membership) => ({
  categoryId: membership.categoryId,
  side: membership.side,
  role: membership.role,
  ...(membership.side === 'LOCAL' ? { schools: membership.schools } : {}),
});

/** Every tool is named, also where nothing is held. */
const rightsView = (rights: User['rights']): Readonly<Partial<Record<Tool, string>>> =>
  Object.fromEntries(tools.map((tool) => [tool, rights[tool] ?? '']));

/** A person as whoever looks after people sees him. */
export const userView = (user: User) => ({
  id: user.id,
  userId: user.id,
  firstName: user.firstName,
  lastName: user.lastName,
  email: user.email,
  side: user.side,
  organizationId: user.organizationId,
  schools: user.schools,
  districtAdmin: user.districtAdmin,
  staffStateId: user.staffStateId,
  active: user.active,
  rights: rightsView(user.rights),
  memberships: user.memberships.map(membershipView),
});

interface ListedPerson {
  readonly categoryId: CategoryId;
  readonly districtId: OrganizationId;
  readonly user: Pick<User, 'id' | 'firstName' | 'lastName'>;
  readonly role: LocalMember['role'];
  readonly schools: SchoolScope;
}

/** One entry of a district's list. */
export const listedMemberView = (member: LocalMember & Pick<ListedPerson, 'categoryId' | 'districtId'>) => ({
  id: member.userId,
  categoryId: member.categoryId,
  districtId: member.districtId,
  userId: member.userId,
  name: member.name,
  role: member.role,
  schools: member.schools,
});

export const localMemberView = (
  { categoryId, districtId, user, role, schools }: ListedPerson,
  warnings: readonly { readonly code: 'RIGHTS_TOO_LOW'; readonly userId: UserId }[],
) => ({
  id: user.id,
  categoryId,
  districtId,
  userId: user.id,
  name: fullName(user),
  role,
  schools,
  warnings,
});
