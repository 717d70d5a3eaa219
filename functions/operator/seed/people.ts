import { withMembership } from '../../../shared/domain/user/memberships.ts';
import { type Membership, type Tool, tools, type User } from '../../../shared/domain/user/state.ts';
import { organizationId, userId } from '../../../shared/kernel/ids.ts';
import type { SeedDistrict } from '../../../shared/seed/districts.ts';
import { stateOrganization } from './agency.ts';
import { first, put, type Seed } from './place.ts';

type Person = Pick<User, 'id' | 'firstName' | 'lastName' | 'rights' | 'memberships'> & Partial<User>;

const everything: Readonly<Partial<Record<Tool, string>>> = Object.fromEntries(tools.map((tool) => [tool, 'RWAD']));

const stateReading = {
  VALIDATION_RULES: 'R',
  VALIDATION_GROUPS: 'R',
  CERTIFICATION_CATEGORY: 'R',
  DATASETS: 'R',
  BATCH_QUEUE: 'R',
};
const localReading = { VALIDATION_RULES: 'R', VALIDATION_GROUPS: 'R', BATCH_QUEUE: 'R' };
const delivers = { DATASETS: 'RWAD', BATCH_RESYNC: 'RWAD' };

const mailOf = (id: string): string => `${id}@example.org`;

const onStateSide = (person: Person): User => ({
  email: mailOf(person.id),
  side: 'STATE',
  organizationId: stateOrganization.id,
  schools: 'ALL',
  districtAdmin: false,
  staffStateId: null,
  active: true,
  ...person,
});

const inDistrict = (district: SeedDistrict, person: Person): User => ({
  ...onStateSide(person),
  side: 'LOCAL',
  organizationId: organizationId(district.id),
  ...person,
});

/** The first administrator: every right, and member of nothing. */
export const administrator = (): User =>
  onStateSide({ id: userId('state-admin'), firstName: 'Ada', lastName: 'Marsh', rights: everything, memberships: [] });

export const stateMembers = (): { readonly approver: User; readonly reviewer: User } => ({
  approver: onStateSide({
    id: userId('state-approver'),
    firstName: 'Amos',
    lastName: 'Reed',
    staffStateId: 'S-1001',
    rights: { ...stateReading, EVENT_MANAGEMENT: 'RWAD', EVENT_REPORT: 'RWAD' },
    memberships: [],
  }),
  reviewer: onStateSide({
    id: userId('state-reviewer'),
    firstName: 'Rosa',
    lastName: 'Lind',
    staffStateId: 'S-1002',
    rights: { ...stateReading, EVENT_MANAGEMENT: 'RW', EVENT_REPORT: 'RW' },
    memberships: [],
  }),
});

const lastNameOf = (district: SeedDistrict): string => district.name.replace(/ ISD$/, '');

/** A district's own people. The school certifier sees, and certifies for, its first school only. */
export const peopleOf = (district: SeedDistrict) => {
  const person = (role: string, firstName: string, more: Partial<User>): User =>
    inDistrict(district, {
      id: userId(`${district.slug}-${role}`),
      firstName,
      lastName: lastNameOf(district),
      rights: { ...localReading, CERTIFICATION_EVENT: 'RWAD' },
      memberships: [],
      ...more,
    });
  const school = district.schools.slice(0, 1).map((one) => organizationId(one.id));
  const certifying = { ...localReading, CERTIFICATION_EVENT: 'RWAD' };
  return {
    certifier: person('certifier', 'Cora', { rights: { ...certifying, ...delivers } }),
    reviewer: person('reviewer', 'Rhea', { rights: { ...certifying, DATASETS: 'R' } }),
    admin: person('admin', 'Dean', {
      districtAdmin: true,
      rights: { ...certifying, ...delivers, CERTIFICATION_CATEGORY: 'RWAD' },
    }),
    schoolCertifier: person('school-certifier', 'Sol', { schools: school, rights: certifying }),
  };
};

/** Stores a person and lets him sign in. */
export const putPerson = (seed: Seed, person: User, memberships: readonly Membership[]): Promise<void> => {
  const user = memberships.reduce(withMembership, person);
  return put(seed, user.id, {
    transitions: [first('user', user.id, user)],
    inserts: [{ row: 'userName', userId: user.id }],
    outbox: [{ type: 'SYNC_SIGN_IN', userId: user.id }],
  });
};
