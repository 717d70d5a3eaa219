import { isDeepStrictEqual } from 'node:util';
import type { Transition } from '../../../shared/application/ports/unit-of-work.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import type { LocalMembers } from '../../../shared/domain/category/state.ts';
import type { Organization } from '../../../shared/domain/organization/state.ts';
import type { User } from '../../../shared/domain/user/state.ts';
import { organizationId, userId } from '../../../shared/kernel/ids.ts';
import {
  aCertifier,
  aReviewer,
  attendance,
  bearCreek,
  grandBend,
  localMembership,
  montana,
  system,
} from '../../builders/people.ts';
import { seedSmallState } from '../../builders/small-state.ts';
import { type Setting, usualSetting } from './played.ts';

const elkRidge = organizationId('255905');

export interface LocalPerson {
  readonly name: string;
  readonly organizationId: string;
  readonly role: 'CERTIFIER' | 'REVIEWER';
}

const local = (name: string, home: string, role: LocalPerson['role']): LocalPerson => ({
  name,
  organizationId: home,
  role,
});

/** Two certifiers and a reviewer in one district, one of each in another, nobody in the third. */
export const localPeople: readonly LocalPerson[] = [
  local('ana', bearCreek, 'CERTIFIER'),
  local('cora', bearCreek, 'CERTIFIER'),
  local('rita', bearCreek, 'REVIEWER'),
  local('gus', grandBend, 'CERTIFIER'),
  local('gina', grandBend, 'REVIEWER'),
];

/** People of the districts who are on no list at first. */
export const newcomers: readonly LocalPerson[] = [
  local('zoe', bearCreek, 'CERTIFIER'),
  local('hal', grandBend, 'CERTIFIER'),
];

/** Who keeps the list of a district. */
export const managers: ReadonlyMap<string, string> = new Map([
  [bearCreek, 'bea'],
  [grandBend, 'gil'],
]);

export const districts: readonly string[] = [bearCreek, grandBend, elkRidge];
export const groups: readonly string[] = ['grp_tardiness', 'grp_enrollment'];

const userFor = ({ name, organizationId: home, role }: LocalPerson): User => {
  const districtId = organizationId(home);
  const make = role === 'CERTIFIER' ? aCertifier : aReviewer;
  return make(name, { organizationId: districtId, memberships: [localMembership(role, { districtId })] });
};

const newcomerFor = (person: LocalPerson): User => ({ ...userFor(person), memberships: [] });

const managerFor = (home: string, name: string): User =>
  aCertifier(name, {
    organizationId: organizationId(home),
    districtAdmin: true,
    memberships: [],
    rights: { CERTIFICATION_CATEGORY: 'RWAD', CERTIFICATION_EVENT: 'RWAD' },
  });

const everybody = (): readonly User[] => [
  ...localPeople.map(userFor),
  ...newcomers.map(newcomerFor),
  ...[...managers].map(([home, name]) => managerFor(home, name)),
];

const membersOf = (home: string): LocalMembers => ({
  categoryId: attendance,
  districtId: organizationId(home),
  members: localPeople
    .filter((one) => one.organizationId === home)
    .map(({ name, role }) => ({ userId: userId(name), name, role, schools: 'ALL' })),
});

const elk: Organization = {
  id: elkRidge,
  type: 'DISTRICT',
  name: 'Elk Ridge',
  number: '255905',
  parentOrganizationId: montana,
};

/** The small state, with a second certifier, a second reviewer, a third district and a second group. */
export const seedModelState = async (ports: Ports, { isCategoryPublished }: Setting = usualSetting): Promise<void> => {
  await seedSmallState(ports);
  const { store, unitOfWork, clock } = ports;
  const command = 'seed';
  const put = async (transition: Transition): Promise<void> => {
    // Whom the small state knows already stays as he is: an entry that changes nothing is none.
    if (isDeepStrictEqual(transition.before?.state, transition.after)) return;
    const commit = { actor: system, now: clock.now(), requestId: 'seed', transitions: [transition] };
    const { kind } = await unitOfWork.commit(commit);
    if (kind !== 'COMMITTED') throw new Error(`the model's state is ${kind}`);
  };
  await put({ entity: 'organization', key: elk.id, before: null, after: elk, command });
  for (const one of everybody()) {
    const after = isCategoryPublished ? one : { ...one, memberships: [] };
    const before = (await store.load('user', after.id)) ?? null;
    await put({ entity: 'user', key: after.id, before, after, command });
  }
  for (const home of [bearCreek, grandBend]) {
    const after = { ...membersOf(home), ...(isCategoryPublished ? {} : { members: [] }) };
    const before = (await store.load('localMembers', after)) ?? null;
    await put({ entity: 'localMembers', key: after, before, after, command });
  }
};
