import { agency, putAgency, putDistrict } from '../../functions/operator/seed/agency.ts';
import {
  localMembership,
  putCategories,
  putLocalMembers,
  type SeededCategories,
} from '../../functions/operator/seed/categories.ts';
import { putLibrary, type SeededGroups } from '../../functions/operator/seed/library.ts';
import { administrator, peopleOf, putPerson } from '../../functions/operator/seed/people.ts';
import { seedCaller } from '../../functions/operator/seed/place.ts';
import type { Caller } from '../../shared/application/caller.ts';
import type { Ports } from '../../shared/application/ports/ports.ts';
import type { User } from '../../shared/domain/user/state.ts';
import { withMembership } from '../../shared/domain/user/memberships.ts';
import { organizationId } from '../../shared/kernel/ids.ts';
import { seedDistricts } from '../../shared/seed/districts.ts';
import { putDistricts } from '../publish/organizations.ts';

/** A state of so many districts, one of them with people. */
export interface State {
  readonly admin: Caller;
  readonly certifier: Caller;
  readonly districtId: string;
  readonly categories: SeededCategories;
  readonly groups: SeededGroups;
}

export const putState = async (ports: Ports, districts: number): Promise<State> => {
  const seed = { ports, caller: seedCaller(agency, ports.clock.now()) };
  const as = (user: User): Caller => ({ ...seed.caller, actor: { kind: 'PERSON', user } });
  const [district] = await seedDistricts();
  if (district === undefined) throw new Error('the seed has no district');
  await putAgency(seed);
  await putDistrict(seed, district);
  await putDistricts(seed, districts - 1);
  const categories = await putCategories(seed);
  await putLocalMembers(seed, district, categories);
  const { certifier } = peopleOf(district);
  const membership = localMembership(categories.attendance, organizationId(district.id), certifier, 'CERTIFIER');
  await putPerson(seed, certifier, [membership]);
  return {
    admin: as(administrator()),
    certifier: as(withMembership(certifier, membership)),
    districtId: district.id,
    categories,
    groups: await putLibrary(seed),
  };
};
