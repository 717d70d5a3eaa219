import type { TestSystem } from '../../harness/system.ts';
import type { Person } from '../../story/client.ts';
import { enlist, hire, put } from '../../story/directory.ts';
import { expectStatus, listAt, textAt } from '../../story/read.ts';
import { until } from '../../story/until.ts';
import { nameOf } from './over-http.ts';
import { districts, groups, localPeople, managers, newcomers } from './people.ts';
import { type Place, usualSetting } from './played.ts';

/* The model's state, made by the operations of its people: a third district, five persons, two groups, a category a sequence. */

const rights = { CERTIFICATION_EVENT: 'RWAD', BATCH_QUEUE: 'R' };

/** No student of either district was born in the future. */
const harmless = {
  code: 'MODEL1',
  name: 'Born in the future',
  severity: 'FATAL',
  kind: 'FINDINGS',
  level: 'DISTRICT',
  datasets: ['students'],
  sql: `SELECT studentUniqueId AS "State ID" FROM students WHERE birthDate > DATE '2200-01-01'`,
  message: 'The student is not born yet.',
};

/** The first group finds nothing; the second is the seeded one, which finds two impossible students in Bear Creek. */
const makeGroups = async (admin: Person): Promise<ReadonlyMap<string, string>> => {
  const rule = expectStatus(await admin.post('/v1/rules', harmless), 201);
  const group = { name: 'Births', level: 'DISTRICT', active: true, rules: [{ ruleId: rule['id'] }] };
  const clean = textAt(expectStatus(await admin.post('/v1/validation-groups', group), 201), 'id');
  const seeded = listAt(expectStatus(await admin.get('/v1/validation-groups'), 200), 'items');
  const strict = seeded.find((one) => one['name'] === 'Attendance and Enrollment') ?? {};
  const ids = [clean, textAt(strict, 'id')];
  return new Map(groups.map((name, index) => [name, ids[index] ?? '']));
};

const makePeople = async (system: TestSystem, admin: Person): Promise<void> => {
  const number = districts.at(-1) ?? '';
  const district = { id: number, type: 'DISTRICT', name: 'Elk Ridge', number };
  expectStatus(await admin.post('/v1/organizations', district), 201);
  const everybody = [...localPeople, ...newcomers];
  for (const { name, organizationId } of everybody) await hire(admin, name, { organizationId }, rights);
  for (const { name } of everybody) await until(`the account of ${name}`, () => system.as(name).catch(() => undefined));
};

const makeCategory = async (system: TestSystem, admin: Person, name: string): Promise<string> => {
  const categoryId = textAt(expectStatus(await admin.post('/v1/categories', { name, level: 'DISTRICT' }), 201), 'id');
  const path = `/v1/categories/${categoryId}`;
  expectStatus(await admin.post(`${path}/publish`, {}), 200);
  expectStatus(await put(admin, `${path}/state-members/state-approver`, { role: 'APPROVER' }), 200);
  expectStatus(await put(admin, `${path}/state-members/state-reviewer`, { role: 'REVIEWER' }), 200);
  for (const person of localPeople) {
    const manager = await system.as(nameOf(managers.get(person.organizationId) ?? ''));
    await enlist(manager, { categoryId, districtId: person.organizationId }, person.name, { role: person.role });
  }
  return categoryId;
};

/** One place for each sequence, so that none knows of another. */
export const makePlaces = async (system: TestSystem, names: readonly string[]): Promise<readonly Place[]> => {
  const admin = await system.as('state-admin');
  const groupIds = await makeGroups(admin);
  await makePeople(system, admin);
  const places: Place[] = [];
  for (const name of names) {
    const categoryId = await makeCategory(system, admin, name);
    places.push({ categoryId, reportingYear: 2022, groupIds, ruleIds: new Map(), setting: usualSetting });
  }
  return places;
};
