import type { PlaceFacts } from '../../domain/user/commands.ts';
import type { SchoolScope } from '../../domain/user/state.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import type { Store } from '../ports/store.ts';

/** Of the schools named, those that are no schools of this district. */
export const unknownSchools = async (
  store: Store,
  districtId: OrganizationId,
  schools: SchoolScope,
): Promise<readonly OrganizationId[]> => {
  if (schools === 'ALL') return [];
  const read = await store.loadMany('organization', [...new Set(schools)]);
  const own = read.filter(({ state }) => state.type === 'SCHOOL' && state.parentOrganizationId === districtId);
  const known = new Set(own.map(({ state }) => state.id));
  return schools.filter((school) => !known.has(school));
};

export const placeFacts = async (
  store: Store,
  place: { readonly organizationId: OrganizationId; readonly schools: SchoolScope },
): Promise<PlaceFacts> => {
  const [organization, unknown] = await Promise.all([
    store.load('organization', place.organizationId),
    unknownSchools(store, place.organizationId, place.schools),
  ]);
  return { organization: organization?.state ?? null, unknownSchools: unknown };
};
