import { describe, expect, test } from 'vitest';
import { aCertifier, aStateUser, person } from '../../../test/builders/people.ts';
import { organizationId } from '../../kernel/ids.ts';
import type { User } from '../user/state.ts';
import { permittedByRights } from './permitted-by-rights.ts';
import type { Operation } from './policy.ts';

const administration: readonly Operation[] = [
  'replaceSettings',
  'createUser',
  'createOrganization',
  'createCategory',
  'setStateMember',
  'setLocalMember',
  'createRule',
  'checkRule',
  'changeValidationGroup',
  'createDataset',
  'createCertificationEvent',
  'listQueue',
];

const offered = (user: User): readonly Operation[] => {
  const permitted = permittedByRights(person(user));
  return administration.filter((operation) => permitted.includes(operation));
};

const somebody = (rights: User['rights'], more: Partial<User> = {}): User => ({
  ...aStateUser('sam'),
  memberships: [],
  rights,
  ...more,
});

const local = (rights: User['rights'], more: Partial<User> = {}): User => ({
  ...aCertifier('ana'),
  memberships: [],
  rights,
  ...more,
});

describe('What rights open, whatever the thing', () => {
  test('nothing of the administration without a right', () => {
    expect(offered(somebody({}))).toEqual([]);
    expect(offered(local({}))).toEqual([]);
  });

  test('for the state, tool by tool', () => {
    expect(offered(somebody({ SETTINGS: 'RWAD' }))).toEqual(['replaceSettings', 'createUser', 'createOrganization']);
    expect(offered(somebody({ SETTINGS: 'RW' }))).toEqual([]);
    expect(offered(somebody({ CERTIFICATION_CATEGORY: 'RWAD' }))).toEqual(['createCategory', 'setStateMember']);
    expect(offered(somebody({ VALIDATION_RULES: 'RWAD' }))).toEqual([]);
    expect(offered(somebody({ VALIDATION_RULES: 'RWAD', DIRECT_SQL: 'R' }))).toEqual(['createRule', 'checkRule']);
    expect(offered(somebody({ VALIDATION_GROUPS: 'RW', EVENT_MANAGEMENT: 'A' }))).toEqual([
      'changeValidationGroup',
      'createCertificationEvent',
    ]);
  });

  test('for a district, its own members, people and data', () => {
    expect(offered(local({ CERTIFICATION_CATEGORY: 'RWAD' }))).toEqual(['setLocalMember']);
    expect(offered(local({}, { districtAdmin: true }))).toEqual(['createUser']);
    const school = { schools: [organizationId('255903001')] };
    expect(offered(local({ CERTIFICATION_CATEGORY: 'RWAD' }, school))).toEqual([]);
    expect(permittedByRights(person(local({ DATASETS: 'RW' })))).toContain('createUpload');
    expect(permittedByRights(person(local({ DATASETS: 'RW' }, school)))).not.toContain('createUpload');
  });

  test('nothing to whoever may no longer sign in, and nothing that hangs on the thing', () => {
    expect(permittedByRights(person(somebody({ SETTINGS: 'RWAD' }, { active: false })))).toEqual([]);
    const permitted = permittedByRights(person(somebody({ EVENT_MANAGEMENT: 'RWAD', EVENT_REPORT: 'RWAD' })));
    expect(permitted).not.toContain('decide:APPROVE');
    expect(permitted).not.toContain('runOnLane');
  });
});
