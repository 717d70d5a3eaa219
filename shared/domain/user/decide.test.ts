import { describe, expect, it } from 'vitest';
import {
  aCertifier,
  aStateUser,
  attendance,
  bearCreek,
  grandBend,
  localMembership,
  montana,
  person,
  system,
} from '../../../test/builders/people.ts';
import { organizationId, userId } from '../../kernel/ids.ts';
import type { Actor } from '../actor.ts';
import type { Organization } from '../organization/state.ts';
import type { NewPerson, PersonFields, PlaceFacts } from './commands.ts';
import { decideCreateUser, decideUser } from './decide.ts';
import { evolveUser } from './evolve.ts';
import type { User } from './state.ts';

const [school, otherSchool] = [organizationId('0588'), organizationId('0589')];

const organization = (id: string, type: Organization['type']): Organization => ({
  id: organizationId(id),
  type,
  name: id,
  number: id,
  parentOrganizationId: null,
});
const district: PlaceFacts = { organization: organization(bearCreek, 'DISTRICT'), unknownSchools: [] };
const agency: PlaceFacts = { organization: organization(montana, 'STATE'), unknownSchools: [] };

const admin = person(aStateUser('admin'));
/** Dean looks after the people of Bear Creek. */
const dean = (changes: Partial<User> = {}): Actor => person(aCertifier('dean', { districtAdmin: true, ...changes }));

const cora: NewPerson = {
  id: userId('cora'),
  firstName: 'Cora',
  lastName: 'Test',
  email: 'cora@example.org',
  side: 'LOCAL',
  organizationId: bearCreek,
  schools: 'ALL',
  districtAdmin: false,
  staffStateId: null,
};

const hired = (changes: Partial<NewPerson> = {}, facts = district, actor = admin, nameTaken = false) => {
  const decided = decideCreateUser(
    { type: 'createUser', person: { ...cora, ...changes }, nameTaken, facts },
    { actor },
  );
  return decided.ok ? decided.value : decided.failure;
};

const changed = (user: User, fields: PersonFields, actor = admin, facts = district) => {
  const levels = new Map([[attendance, 'SCHOOL' as const]]);
  const decided = decideUser(user, { type: 'changeUser', fields, facts, levels }, { actor });
  return decided.ok ? decided.value : decided.failure;
};

describe('A new person', () => {
  it('is active, has no right and no membership', () => {
    const user = { ...cora, active: true, rights: {}, memberships: [] };
    expect(hired()).toEqual([{ type: 'UserCreated', user }]);
    expect(evolveUser(aCertifier('ana'), { type: 'UserCreated', user })).toEqual(user);
  });

  it('has an id that nobody else has', () => {
    expect(hired({}, district, admin, true)).toEqual({ code: 'ALREADY_EXISTS' });
  });

  const ofState = { side: 'STATE', organizationId: montana } as const;
  const unknown = (...schools: readonly string[]) => ({
    ...district,
    unknownSchools: schools.map((id) => organizationId(id)),
  });

  it.each([
    ['nowhere', {}, { ...district, organization: null }, 'REFERENCE_UNKNOWN', '/organizationId'],
    [
      'in a school',
      {},
      { ...district, organization: organization('0588', 'SCHOOL') },
      'ORGANIZATION_UNFIT',
      '/organizationId',
    ],
    ['of a district in the agency', {}, agency, 'ORGANIZATION_UNFIT', '/organizationId'],
    ['of the state in a district', { side: 'STATE' }, district, 'ORGANIZATION_UNFIT', '/organizationId'],
    ['of the state bound to schools', { ...ofState, schools: [school] }, agency, 'LOCAL_ONLY', '/schools'],
    [
      'of the state administering a district',
      { ...ofState, districtAdmin: true },
      agency,
      'LOCAL_ONLY',
      '/districtAdmin',
    ],
    ['bound to a school of others', { schools: [school] }, unknown('0588'), 'REFERENCE_UNKNOWN', '/schools/0'],
    ['bound to one such too', { schools: [school, otherSchool] }, unknown('0589'), 'REFERENCE_UNKNOWN', '/schools/1'],
  ] as const)('cannot be %s', (_where, changes, facts, code, pointer) => {
    expect(hired(changes, facts)).toEqual({ code, pointer });
  });

  it('may be of the state in the agency, or of a district and bound to some of its schools', () => {
    expect(hired(ofState, agency)).toMatchObject([{ type: 'UserCreated' }]);
    expect(hired({ schools: [school], districtAdmin: true })).toMatchObject([{ type: 'UserCreated' }]);
  });

  it('is made by a district’s own administrator within his reach, and by the system anywhere', () => {
    const exceeded = { code: 'RIGHTS_EXCEEDED' };
    expect(hired({}, district, dean())).toMatchObject([{ type: 'UserCreated' }]);
    expect(hired({ organizationId: grandBend }, district, dean())).toEqual(exceeded);
    expect(hired({}, district, dean({ schools: [school] }))).toEqual(exceeded);
    expect(hired({ schools: [school] }, district, dean({ schools: [school] }))).toMatchObject([
      { type: 'UserCreated' },
    ]);
    expect(hired({}, district, system)).toMatchObject([{ type: 'UserCreated' }]);
  });
});

describe('A person who is changed', () => {
  const ana = aCertifier('ana');

  it('is as the fields say, and the same again is no change', () => {
    const fields = { lastName: 'Stone', active: false };
    const happened = changed(aCertifier('ana', { memberships: [] }), fields);
    expect(happened).toEqual([{ type: 'UserChanged', fields }]);
    expect(evolveUser(ana, { type: 'UserChanged', fields })).toEqual({ ...ana, ...fields });
    expect(changed(ana, { firstName: 'ana', lastName: 'Test' })).toEqual([]);
  });

  it('takes his memberships with him', () => {
    const inBearCreek = { categoryId: attendance, districtId: bearCreek };
    expect(changed(ana, { schools: [school] })).toEqual([
      { type: 'UserChanged', fields: { schools: [school] } },
      { type: 'MembershipNarrowed', ...inBearCreek, schools: [school] },
    ]);
    expect(changed(ana, { active: false })).toContainEqual({ type: 'MembershipEnded', ...inBearCreek });
    const few = aCertifier('ana', { memberships: [localMembership('CERTIFIER', { schools: [school] })] });
    expect(changed(few, { schools: [school, otherSchool] })).toHaveLength(1);
  });

  it('is deactivated by somebody else only', () => {
    expect(changed(ana, { active: false }, person(ana))).toEqual({ code: 'OWN_ADMINISTRATION' });
    expect(changed(ana, { lastName: 'Stone' }, person(ana))).toMatchObject([{ type: 'UserChanged' }]);
    expect(changed(ana, { active: false }, system)).toMatchObject([
      { type: 'UserChanged' },
      { type: 'MembershipEnded' },
    ]);
  });

  it('stays within the reach of a district’s administrator, and in a place that is fit', () => {
    expect(changed(ana, { schools: 'ALL' }, dean({ schools: [school] }))).toEqual({ code: 'RIGHTS_EXCEEDED' });
    expect(changed(ana, { organizationId: montana }, admin, agency)).toMatchObject({ code: 'ORGANIZATION_UNFIT' });
  });
});
