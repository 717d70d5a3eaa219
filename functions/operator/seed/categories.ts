import type { Category, LocalMember, LocalMembers } from '../../../shared/domain/category/state.ts';
import type { Membership, User } from '../../../shared/domain/user/state.ts';
import { type CategoryId, categoryId, type OrganizationId, organizationId } from '../../../shared/kernel/ids.ts';
import type { SeedDistrict } from '../../../shared/seed/districts.ts';
import { peopleOf, stateMembers } from './people.ts';
import { first, put, type Seed } from './place.ts';

export interface SeededCategories {
  readonly attendance: CategoryId;
  readonly school: CategoryId;
}

const nameOf = (user: User): string => `${user.firstName} ${user.lastName}`;

const putCategory = async (seed: Seed, name: string, level: Category['level']): Promise<CategoryId> => {
  const { approver, reviewer } = stateMembers();
  const member = (user: User, role: 'APPROVER' | 'REVIEWER') => ({
    userId: user.id,
    name: nameOf(user),
    staffStateId: user.staffStateId,
    role,
    active: true,
  });
  const category: Category = {
    id: categoryId(seed.ports.ids.next('cat')),
    name,
    level,
    description: null,
    active: true,
    published: true,
    stateMembers: [member(approver, 'APPROVER'), member(reviewer, 'REVIEWER')],
  };
  await put(seed, name, { transitions: [first('category', category.id, category)] });
  return category.id;
};

export const putCategories = async (seed: Seed): Promise<SeededCategories> => ({
  attendance: await putCategory(seed, 'Attendance', 'DISTRICT'),
  school: await putCategory(seed, 'School Attendance', 'SCHOOL'),
});

const listed = (user: User, role: LocalMember['role']): LocalMember => ({
  userId: user.id,
  name: nameOf(user),
  role,
  schools: user.schools,
});

/** A district's own lists: who certifies and who reviews, for the district and for its schools. */
export const putLocalMembers = async (
  seed: Seed,
  district: SeedDistrict,
  categories: SeededCategories,
): Promise<void> => {
  const { certifier, reviewer, schoolCertifier } = peopleOf(district);
  const districtId = organizationId(district.id);
  const lists: readonly LocalMembers[] = [
    {
      categoryId: categories.attendance,
      districtId,
      members: [listed(certifier, 'CERTIFIER'), listed(reviewer, 'REVIEWER')],
    },
    {
      categoryId: categories.school,
      districtId,
      members: [listed(schoolCertifier, 'CERTIFIER'), listed(reviewer, 'REVIEWER')],
    },
  ];
  for (const list of lists)
    await put(seed, `${list.categoryId}/${districtId}`, {
      transitions: [first('localMembers', { categoryId: list.categoryId, districtId }, list)],
    });
};

export const stateMembership = (id: CategoryId, role: 'APPROVER' | 'REVIEWER'): Membership => ({
  categoryId: id,
  side: 'STATE',
  role,
});

export const localMembership = (
  id: CategoryId,
  districtId: OrganizationId,
  user: User,
  role: LocalMember['role'],
): Membership => ({
  categoryId: id,
  side: 'LOCAL',
  role,
  districtId,
  schools: user.schools,
});
