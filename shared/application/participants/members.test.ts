import { expect, test } from 'vitest';
import type { LocalMembers } from '../../domain/category/state.ts';
import type { Organization } from '../../domain/organization/state.ts';
import { categoryId, organizationId, userId } from '../../kernel/ids.ts';
import { membersFor } from './members.ts';

const districtId = organizationId('1071');
const high = organizationId('0588');
const middle = organizationId('0589');

const member = (id: string, schools: 'ALL' | readonly (typeof high)[]) =>
  ({ userId: userId(id), name: id, role: 'CERTIFIER', schools }) as const;

const local: LocalMembers = {
  categoryId: categoryId('cat_1'),
  districtId,
  members: [member('ana', 'ALL'), member('ben', [high])],
};

const organization = (id: typeof high, type: 'DISTRICT' | 'SCHOOL'): Organization => ({
  id,
  type,
  name: id,
  number: id,
  parentOrganizationId: type === 'SCHOOL' ? districtId : null,
});

const people = (one: Organization): readonly string[] => membersFor([local], one).map((found) => found.userId);

test('a certifier listed for one school has his part in the certification of the whole district', () => {
  expect(people(organization(districtId, 'DISTRICT'))).toEqual(['ana', 'ben']);
});

test('at school level he certifies for his school and for no other', () => {
  expect(people(organization(high, 'SCHOOL'))).toEqual(['ana', 'ben']);
  expect(people(organization(middle, 'SCHOOL'))).toEqual(['ana']);
});

test('a district without a list has nobody', () => {
  expect(people(organization(organizationId('9999'), 'DISTRICT'))).toEqual([]);
});
