import { isDeepStrictEqual } from 'node:util';
import type { Transition } from '../../../shared/application/ports/unit-of-work.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import type { LocalMembers } from '../../../shared/domain/category/state.ts';
import type { Organization } from '../../../shared/domain/organization/state.ts';
import type { SchoolScope, User } from '../../../shared/domain/user/state.ts';
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
import { type Cast, castOf, schools } from './cast.ts';
import { elkRidge, localPeople, type LocalPerson, managers, newcomers } from './people.ts';
import { type Setting, usualSetting } from './played.ts';

const scopeOf = (cast: Cast, name: string): SchoolScope => {
  const schools = cast.schoolsOf(name);
  return schools === 'ALL' ? schools : schools.map(organizationId);
};

const userFor = (cast: Cast, { name, organizationId: home, role }: LocalPerson): User => {
  const districtId = organizationId(home);
  const make = role === 'CERTIFIER' ? aCertifier : aReviewer;
  const schools = scopeOf(cast, name);
  return make(name, { organizationId: districtId, memberships: [localMembership(role, { districtId, schools })] });
};

const newcomerFor = (cast: Cast, person: LocalPerson): User => ({ ...userFor(cast, person), memberships: [] });

const managerFor = (home: string, name: string): User =>
  aCertifier(name, {
    organizationId: organizationId(home),
    districtAdmin: true,
    memberships: [],
    rights: { CERTIFICATION_CATEGORY: 'RWAD', CERTIFICATION_EVENT: 'RWAD' },
  });

const everybody = (cast: Cast): readonly User[] => [
  ...localPeople.map((person) => userFor(cast, person)),
  ...newcomers.map((person) => newcomerFor(cast, person)),
  ...[...managers].map(([home, name]) => managerFor(home, name)),
];

const membersOf = (cast: Cast, home: string): LocalMembers => ({
  categoryId: attendance,
  districtId: organizationId(home),
  members: localPeople
    .filter((one) => one.organizationId === home)
    .map(({ name, role }) => ({ userId: userId(name), name, role, schools: scopeOf(cast, name) })),
});

const schoolFor = ({ id, name, district }: (typeof schools)[number]): Organization => ({
  id: organizationId(id),
  type: 'SCHOOL',
  name,
  number: id,
  parentOrganizationId: organizationId(district),
});

const elk: Organization = {
  id: elkRidge,
  type: 'DISTRICT',
  name: 'Elk Ridge',
  number: '255905',
  parentOrganizationId: montana,
};

/** The small state, with a second certifier, a second reviewer, a third district and a second group. */
export const seedModelState = async (
  ports: Ports,
  { isCategoryPublished, level }: Setting = usualSetting,
): Promise<void> => {
  const cast = castOf(level);
  await seedSmallState(ports, level);
  const { store, unitOfWork, clock } = ports;
  const command = 'seed';
  const put = async (transition: Transition): Promise<void> => {
    // Whom the small state knows already stays as he is: an entry that changes nothing is none.
    if (isDeepStrictEqual(transition.before?.state, transition.after)) return;
    const commit = { actor: system, now: clock.now(), requestId: 'seed', transitions: [transition] };
    const { kind } = await unitOfWork.commit(commit);
    if (kind !== 'COMMITTED') throw new Error(`the model's state is ${kind}`);
  };
  for (const after of [elk, ...(level === 'SCHOOL' ? schools.map(schoolFor) : [])])
    await put({ entity: 'organization', key: after.id, before: null, after, command });
  for (const one of everybody(cast)) {
    const after = isCategoryPublished ? one : { ...one, memberships: [] };
    const before = (await store.load('user', after.id)) ?? null;
    await put({ entity: 'user', key: after.id, before, after, command });
  }
  for (const home of [bearCreek, grandBend]) {
    const after = { ...membersOf(cast, home), ...(isCategoryPublished ? {} : { members: [] }) };
    const before = (await store.load('localMembers', after)) ?? null;
    await put({ entity: 'localMembers', key: after, before, after, command });
  }
};
