import type { Agency } from '../../../shared/domain/agency/state.ts';
import type { Organization } from '../../../shared/domain/organization/state.ts';
import { organizationId } from '../../../shared/kernel/ids.ts';
import type { SeedDistrict } from '../../../shared/seed/districts.ts';
import { first, put, type Seed } from './place.ts';

export const agency: Agency = {
  name: 'Montana Office of Public Instruction',
  shortName: 'MT',
  timeZone: 'America/Denver',
  warningPolicy: 'NONE',
};

export const stateOrganization: Organization = {
  id: organizationId('MT'),
  type: 'STATE',
  name: agency.name,
  number: 'MT',
  parentOrganizationId: null,
};

export const putAgency = (seed: Seed): Promise<void> =>
  put(seed, 'agency', {
    transitions: [first('agency', 'AGENCY', agency), first('organization', stateOrganization.id, stateOrganization)],
  });

/** A district and its schools, as their own data name them. */
export const putDistrict = (seed: Seed, district: SeedDistrict): Promise<void> => {
  const parent: Organization = {
    id: organizationId(district.id),
    type: 'DISTRICT',
    name: district.name,
    number: district.id,
    parentOrganizationId: stateOrganization.id,
  };
  const schools = district.schools.map(
    (school): Organization => ({
      id: organizationId(school.id),
      type: 'SCHOOL',
      name: school.name,
      number: school.id,
      parentOrganizationId: parent.id,
    }),
  );
  return put(seed, district.slug, {
    transitions: [parent, ...schools].map((organization) => first('organization', organization.id, organization)),
  });
};
