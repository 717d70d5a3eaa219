import { first, type Seed } from '../../functions/operator/seed/place.ts';
import { withMembership } from '../../shared/domain/user/memberships.ts';
import type { User } from '../../shared/domain/user/state.ts';
import { type CategoryId, organizationId, userId } from '../../shared/kernel/ids.ts';
import { type Person, signIn } from '../../test/story/client.ts';
import { until } from '../../test/story/until.ts';
import { districtAt, putMany } from '../publish/organizations.ts';

// A person and a list are stored with an audit entry each, and there is a name and a message for the sign-in.
const perCommit = 15;
const patienceSeconds = 300;

const nameAt = (index: number): string => `certifier-${index + 1}`;

const certifierAt = (index: number, categoryId: CategoryId): User => {
  const districtId = organizationId(districtAt(index).id);
  const person: User = {
    id: userId(nameAt(index)),
    firstName: 'Cora',
    lastName: `Number ${index + 1}`,
    email: `${nameAt(index)}@example.org`,
    side: 'LOCAL',
    organizationId: districtId,
    schools: 'ALL',
    districtAdmin: false,
    staffStateId: null,
    active: true,
    rights: { CERTIFICATION_EVENT: 'RWAD' },
    memberships: [],
  };
  return withMembership(person, { categoryId, side: 'LOCAL', role: 'CERTIFIER', districtId, schools: 'ALL' });
};

const listOf = (user: User, categoryId: CategoryId) => {
  const name = `${user.firstName} ${user.lastName}`;
  const members = [{ userId: user.id, name, role: 'CERTIFIER' as const, schools: user.schools }];
  return { categoryId, districtId: user.organizationId, members };
};

/** Gives each of the first districts a certifier who may sign in. */
export const putCertifiers = (seed: Seed, count: number, categoryId: CategoryId): Promise<void> => {
  const people = Array.from({ length: count }, (_, index) => certifierAt(index, categoryId));
  return putMany(seed, people, perCommit, (some) => ({
    transitions: some.flatMap((user) => [
      first('user', user.id, user),
      first('localMembers', { categoryId, districtId: user.organizationId }, listOf(user, categoryId)),
    ]),
    inserts: some.map(({ id }) => ({ row: 'userName', userId: id })),
    outbox: some.map(({ id }) => ({ type: 'SYNC_SIGN_IN', userId: id })),
  }));
};

export interface Certifier {
  readonly person: Person;
  readonly orgId: string;
}

/** Signs them in, one after the other, as soon as the issuer knows them. */
export const certifiersAt = async (origin: string, count: number): Promise<readonly Certifier[]> => {
  const certifiers: Certifier[] = [];
  for (let index = 0; index < count; index += 1) {
    const ask = () => signIn(origin, nameAt(index)).catch(() => undefined);
    const person = await until(`an account for ${nameAt(index)}`, ask, patienceSeconds);
    certifiers.push({ person, orgId: districtAt(index).id });
  }
  return certifiers;
};
