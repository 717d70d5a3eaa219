import type { TestSystem } from '../harness/system.ts';
import { bearCreek, createOpen, grandBend, inDays, publishNew } from '../story/certification-event.ts';
import type { Person } from '../story/client.ts';
import { enlist, hire, put } from '../story/directory.ts';
import { expectStatus, jsonAt, listAt, textAt } from '../story/read.ts';
import { generateReport, snapshotValidated, start, wizard } from '../story/steps.ts';
import { until } from '../story/until.ts';
import { bearCreekHigh, bearCreekMiddle, grandBendHigh } from './schools.ts';

const certifying = { CERTIFICATION_EVENT: 'RWAD' };
const deciding = { EVENT_MANAGEMENT: 'RWAD', EVENT_REPORT: 'RWAD' };

const idIn = async (admin: Person, path: string, name: string): Promise<string> => {
  const items = listAt(expectStatus(await admin.get(`${path}?limit=200`), 200), 'items');
  return textAt(items.find((item) => item['name'] === name || item['code'] === name) ?? {}, 'id');
};

const newCategory = async (admin: Person, name: string, active = true): Promise<string> =>
  textAt(expectStatus(await admin.post('/v1/categories', { name, level: 'DISTRICT', active }), 201), 'id');

const setCategories = async (admin: Person) => {
  const discipline = await newCategory(admin, 'Discipline');
  expectStatus(await admin.post(`/v1/categories/${discipline}/publish`, {}), 200);
  return {
    attendance: await idIn(admin, '/v1/categories', 'Attendance'),
    school: await idIn(admin, '/v1/categories', 'School Attendance'),
    discipline,
    unpublished: await newCategory(admin, 'Transport', false),
  };
};

type Categories = Awaited<ReturnType<typeof setCategories>>;

/** People whom the seed lacks: members of another category, and one who has left and still holds a token. */
const setPeople = async (
  system: TestSystem,
  admin: Person,
  { attendance, discipline }: Categories,
): Promise<Person> => {
  await hire(admin, 'discipline-approver', { side: 'STATE', organizationId: 'MT' }, deciding);
  const role = { role: 'APPROVER' };
  expectStatus(await put(admin, `/v1/categories/${discipline}/state-members/discipline-approver`, role), 200);
  const manager = await system.as('bear-creek-admin');
  for (const name of ['bear-creek-discipline', 'bear-creek-leaver'])
    await hire(admin, name, { organizationId: bearCreek }, certifying);
  const place = { districtId: bearCreek };
  await enlist(manager, { categoryId: discipline, ...place }, 'bear-creek-discipline', { role: 'CERTIFIER' });
  await enlist(manager, { categoryId: attendance, ...place }, 'bear-creek-leaver', { role: 'REVIEWER' });
  const leaver = await until('an account', () => system.as('bear-creek-leaver').catch(() => undefined), 20);
  const body = { active: false };
  expectStatus(await admin.send('PATCH', '/v1/users/bear-creek-leaver', { body, headers: { 'if-match': '*' } }), 200);
  return leaver;
};

/** Certification events whose time is still to come: whatever is allowed on them is refused by the clock and changes nothing. */
const setEvents = async (admin: Person, categories: Categories) => {
  const later = {
    startDate: inDays(10),
    certificationOpensDate: inDays(12),
    endDate: inDays(20),
    missingSnapshotAt: new Date(Date.now() + 15 * 86_400_000).toISOString(),
  };
  const group = await idIn(admin, '/v1/validation-groups', 'School Attendance');
  const ofSchools = {
    level: 'SCHOOL',
    categoryId: categories.school,
    dataLinks: [{ type: 'VALIDATION_GROUP', groupId: group }],
    participants: [bearCreekHigh, bearCreekMiddle, grandBendHigh],
  };
  const [tardiness, schools, discipline] = await Promise.all([
    publishNew(admin, { name: 'Later', ...later }),
    publishNew(admin, { name: 'Schools', ...later, ...ofSchools }),
    publishNew(admin, { name: 'Discipline', ...later, categoryId: categories.discipline }),
  ]);
  const draft = textAt(await createOpen(admin, { name: 'Draft', participants: [] }), 'id');
  return { later: tardiness, schools, discipline, draft };
};

interface Done {
  readonly run: string;
  readonly snapshot: string;
}

const workOf = async (person: Person, eventId: string, orgId: string): Promise<Done> => {
  const work = { eventId, orgId };
  expectStatus(await start(person, work), 200);
  const run = textAt(await generateReport(person, work, 'district-validation'), 'id');
  await snapshotValidated(person, work);
  return { run, snapshot: textAt(jsonAt(await wizard(person, work), 'snapshot'), 'id') };
};

const announced = async (person: Person, organizationId: string): Promise<string> => {
  const file = { dataset: 'students', fileName: 'a.ndjson', format: 'NDJSON', bytes: 1, sha256: 'a'.repeat(64) };
  return textAt(expectStatus(await person.post('/v1/uploads', { organizationId, ...file }), 201), 'id');
};

const firstAlert = async (person: Person): Promise<string> => {
  const [alert] = listAt(expectStatus(await person.get('/v1/alerts'), 200), 'items');
  return textAt(alert ?? {}, 'id');
};

const ofBoth = async <Value>(
  system: TestSystem,
  read: (person: Person, organizationId: string) => Promise<Value>,
): Promise<{ readonly bearCreek: Value; readonly grandBend: Value }> => ({
  bearCreek: await read(await system.as('bear-creek-certifier'), bearCreek),
  grandBend: await read(await system.as('grand-bend-certifier'), grandBend),
});

const stateRun = async (system: TestSystem, eventId: string, groupId: string): Promise<string> => {
  const approver = await system.as('state-approver');
  const path = `/v1/certification-events/${eventId}/participants/${bearCreek}/runs`;
  return textAt(expectStatus(await approver.post(path, { groupId, lane: 'STATE' }), 202), 'id');
};

/** One state of affairs that serves all questions, and the ids of what is in it. */
export const setTheStage = async (system: TestSystem) => {
  const admin = await system.as('state-admin');
  const categories = await setCategories(admin);
  const leaver = await setPeople(system, admin, categories);
  const events = await setEvents(admin, categories);
  const running = await idIn(admin, '/v1/certification-events', 'Student Tardiness');
  const groupId = await idIn(admin, '/v1/validation-groups', 'Attendance and Enrollment');
  const done = await ofBoth(system, (person, orgId) => workOf(person, running, orgId));
  const ids = {
    categories,
    events: { ...events, running },
    runs: {
      bearCreek: done.bearCreek.run,
      grandBend: done.grandBend.run,
      ofState: await stateRun(system, running, groupId),
    },
    snapshots: { bearCreek: done.bearCreek.snapshot, grandBend: done.grandBend.snapshot },
    uploads: await ofBoth(system, announced),
    alerts: await ofBoth(system, firstAlert),
    ruleId: await idIn(admin, '/v1/rules', 'ENR001'),
    groupId,
  };
  await system.atRest();
  return { ids, leaver };
};

export type StageIds = Awaited<ReturnType<typeof setTheStage>>['ids'];
