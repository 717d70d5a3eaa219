import type { ObjectStore } from '../../../shared/application/ports/world.ts';
import { organizationId } from '../../../shared/kernel/ids.ts';
import { type SeedDistrict, seedDistricts } from '../../../shared/seed/districts.ts';
import { putDistrict } from './agency.ts';
import {
  localMembership,
  putCategories,
  putLocalMembers,
  type SeededCategories,
  stateMembership,
} from './categories.ts';
import { putCertificationEvents } from './certification-events.ts';
import { deliverFiles } from './deliveries.ts';
import { putDeclarations, putLibrary } from './library.ts';
import { peopleOf, putPerson, stateMembers } from './people.ts';
import type { Seed } from './place.ts';
import { until } from './until.ts';

const putStatePeople = async (seed: Seed, { attendance, school }: SeededCategories): Promise<void> => {
  const { approver, reviewer } = stateMembers();
  const both = (role: 'APPROVER' | 'REVIEWER') => [stateMembership(attendance, role), stateMembership(school, role)];
  await putPerson(seed, approver, both('APPROVER'));
  await putPerson(seed, reviewer, both('REVIEWER'));
};

const putPeople = async (
  seed: Seed,
  district: SeedDistrict,
  { attendance, school }: SeededCategories,
): Promise<void> => {
  const { certifier, reviewer, admin, schoolCertifier } = peopleOf(district);
  const id = organizationId(district.id);
  await putPerson(seed, certifier, [localMembership(attendance, id, certifier, 'CERTIFIER')]);
  await putPerson(seed, reviewer, [
    localMembership(attendance, id, reviewer, 'REVIEWER'),
    localMembership(school, id, reviewer, 'REVIEWER'),
  ]);
  await putPerson(seed, admin, []);
  await putPerson(seed, schoolCertifier, [localMembership(school, id, schoolCertifier, 'CERTIFIER')]);
};

/** Fills an empty system: two districts with their real data, their people, a library and two certification events. */
export const seedEverything = async (seed: Seed, objects: ObjectStore): Promise<void> => {
  const { store } = seed.ports;
  const districts = await seedDistricts();
  await putDeclarations(seed);
  for (const district of districts) await putDistrict(seed, district);
  const uploads = (await Promise.all(districts.map((district) => deliverFiles(seed, objects, district)))).flat();
  const categories = await putCategories(seed);
  await putStatePeople(seed, categories);
  for (const district of districts) {
    await putPeople(seed, district, categories);
    await putLocalMembers(seed, district, categories);
  }
  const groups = await putLibrary(seed);
  const published = await putCertificationEvents(seed, { categories, groups, districts });
  await until(
    'publishing',
    60,
    async () => (await store.load('certificationEvent', published))?.state.status === 'PUBLISHED',
  );
  await until('accepting the delivered files', 180, async () => {
    const read = await store.loadMany('upload', uploads);
    const refused = read.find((upload) => upload.state.status === 'REFUSED');
    if (refused) throw new Error(`the seed's ${refused.state.dataset} was refused`);
    return read.every((upload) => upload.state.status === 'ACCEPTED');
  });
};
