import { describe, expect, it } from 'vitest';
import { organizationId } from '../../kernel/ids.ts';
import {
  type ChangeOrganization,
  decideChangeOrganization,
  decideCreateOrganization,
  evolveOrganization,
} from './decide.ts';
import type { Organization, OrganizationType } from './state.ts';

const organization = (type: OrganizationType, changes: Partial<Organization> = {}): Organization => ({
  id: organizationId(type),
  type,
  name: `The ${type}`,
  number: '1',
  parentOrganizationId: null,
  ...changes,
});

const created = (type: OrganizationType, parent: OrganizationType | null, existing: Organization | null = null) => {
  const decided = decideCreateOrganization({
    type: 'createOrganization',
    organization: organization(type),
    existing,
    parent: parent === null ? null : organization(parent),
  });
  return decided.ok ? decided.value : decided.failure;
};

const changed = (one: Organization, fields: ChangeOrganization['fields'], parent: OrganizationType | null = null) => {
  const decided = decideChangeOrganization(one, {
    type: 'changeOrganization',
    fields,
    parent: parent === null ? null : organization(parent),
  });
  return decided.ok ? decided.value : decided.failure;
};

const types = ['STATE', 'REGION', 'DISTRICT', 'SCHOOL'] as const;
const pointer = '/parentOrganizationId';

describe('A new organization', () => {
  it.each([
    ['REGION', ['STATE']],
    ['DISTRICT', ['STATE', 'REGION']],
    ['SCHOOL', ['DISTRICT']],
    ['STATE', []],
  ] as const)('of type %s lies in one of %j and in nothing else', (type, parents) => {
    const fit = types.filter((parent) => Array.isArray(created(type, parent)));
    expect(fit).toEqual(parents);
    expect(created(type, 'SCHOOL')).toEqual({ code: 'PARENT_INVALID', pointer });
    expect(created(type, null)).toEqual({ code: 'REFERENCE_UNKNOWN', pointer });
  });

  it('is what was asked for, once', () => {
    const school = organization('SCHOOL');
    expect(created('SCHOOL', 'DISTRICT')).toEqual([{ type: 'OrganizationCreated', organization: school }]);
    const made = evolveOrganization(organization('DISTRICT'), { type: 'OrganizationCreated', organization: school });
    expect(made).toEqual(school);
    expect(created('SCHOOL', 'DISTRICT', school)).toEqual({ code: 'ALREADY_EXISTS' });
  });
});

describe('An organization that is changed', () => {
  const north = organizationId('north');
  const district = organization('DISTRICT', { parentOrganizationId: north });
  const moved = { parentOrganizationId: organizationId('south') };

  it.each([{ name: 'Bear Creek' }, { number: '42' }, moved])('is as %o says', (fields) => {
    expect(changed(district, fields, 'REGION')).toEqual([{ type: 'OrganizationChanged', fields }]);
    const after = evolveOrganization(district, { type: 'OrganizationChanged', fields });
    expect(after).toEqual({ ...district, ...fields });
  });

  it.each([{}, { name: district.name, number: district.number }, { parentOrganizationId: north }])(
    'is no other by %o',
    (fields) => {
      expect(changed(district, fields)).toEqual([]);
    },
  );

  it('moves to where its like may lie, except a school, which stays', () => {
    expect(changed(district, moved, 'SCHOOL')).toEqual({ code: 'PARENT_INVALID', pointer });
    expect(changed(district, moved)).toEqual({ code: 'REFERENCE_UNKNOWN', pointer });
    const school = organization('SCHOOL', { parentOrganizationId: north });
    expect(changed(school, moved, 'DISTRICT')).toEqual({ code: 'SCHOOL_STAYS', pointer });
    expect(changed(school, { name: 'Elm', parentOrganizationId: north })).toHaveLength(1);
  });
});
