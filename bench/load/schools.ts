import type { Organization } from '../../shared/domain/organization/state.ts';
import { organizationId } from '../../shared/kernel/ids.ts';
import type { Seed } from '../../functions/operator/seed/place.ts';
import { districtAt, putOrganizations } from '../publish/organizations.ts';
import { districts } from '../publish/put-directly.ts';

const schoolAt = (index: number): Organization => {
  const parent = districtAt(index % districts);
  const number = `${parent.number}${String(Math.floor(index / districts) + 1).padStart(3, '0')}`;
  const name = `School ${index + 1} of the State`;
  return { id: organizationId(number), type: 'SCHOOL', name, number, parentOrganizationId: organizationId(parent.id) };
};

/** Adds so many schools, spread evenly over the districts. */
export const putSchools = (seed: Seed, count: number): Promise<void> =>
  putOrganizations(
    seed,
    Array.from({ length: count }, (_, index) => schoolAt(index)),
  );
