import { beforeAll, describe, expect, it } from 'vitest';
import { useSystem } from '../harness/system.ts';
import { decideOne, grandBend, participantOf, publishNew } from '../story/certification-event.ts';
import type { Json, Person } from '../story/client.ts';
import { deliver, seedFile } from '../story/deliver.ts';
import { enlist, hire } from '../story/directory.ts';
import { expectStatus, jsonAt, listAt, refusalOf, textAt } from '../story/read.ts';
import { certify, generateReport, openReport, runEnded, stepOf, type Work, wizard } from '../story/steps.ts';
import { until } from '../story/until.ts';

const system = useSystem();
const [high, elementary] = ['255901001', '255901107'];
const schools = [high, elementary];
const names: Readonly<Record<string, string>> = {
  [high]: 'Grand Bend High School',
  [elementary]: 'Grand Bend Elementary School',
};
const otherThan = (school: string): string => schools.find((one) => one !== school) ?? '';
const admin = () => system.as('state-admin');
const approver = () => system.as('state-approver');
const all = () => system.as('all-schools');
/** Certifies for the elementary school and for no other, by the list of his memberships. */
const listed = () => system.as('one-school');
/** Is bound to the high school himself. */
const own = () => system.as('grand-bend-school-certifier');
const at = (orgId: string): Work => ({ eventId, orgId });
const snapshots: Json[] = [];
let eventId = '';

const named = async (by: Person, path: string, name: string): Promise<string> => {
  const items = listAt(expectStatus(await by.get(path), 200), 'items');
  return textAt(items.find((one) => one['name'] === name) ?? {}, 'id');
};

beforeAll(async () => {
  const person = await admin();
  const categoryId = await named(person, '/v1/categories', 'School Attendance');
  const groups = listAt(expectStatus(await person.get('/v1/validation-groups?level=SCHOOL'), 200), 'items');
  const manager = await system.as('grand-bend-admin');
  const place = { categoryId, districtId: grandBend };
  for (const [name, certified] of [
    ['all-schools', 'ALL'],
    ['one-school', [elementary]],
  ] as const) {
    await hire(person, name, { organizationId: grandBend }, { CERTIFICATION_EVENT: 'RWAD' });
    await enlist(manager, place, name, { role: 'CERTIFIER', schools: certified });
  }
  eventId = await publishNew(person, {
    name: 'School Tardiness',
    level: 'SCHOOL',
    categoryId,
    participants: schools,
    dataLinks: groups.map((group) => ({ type: 'VALIDATION_GROUP', groupId: group['id'] })),
  });
  await until('the account', () => all().catch(() => undefined));
  await until('the other account', () => listed().catch(() => undefined));
}, 120_000);

const rowsOf = async (person: Person): Promise<readonly Json[]> =>
  listAt(expectStatus(await person.get('/v1/certifications?eventName=School'), 200), 'items');

const placesOf = async (person: Person) => (await rowsOf(person)).map((row) => row['organizationId']).toSorted();

const statusOf = async (school: string) => (await participantOf(await admin(), eventId, school))['status'];

/** Every row that was found, page by page. */
const foundRows = async (person: Person, runId: string): Promise<readonly Json[]> => {
  const rows: Json[] = [];
  for (let cursor = ''; ; ) {
    const page = expectStatus(await person.get(`/v1/runs/${runId}/findings?limit=200${cursor}`), 200);
    rows.push(...listAt(page, 'items').map((item) => jsonAt(item, 'row')));
    if (typeof page['nextCursor'] !== 'string') return rows;
    cursor = `&cursor=${page['nextCursor']}`;
  }
};

const countsOf = (run: Json): Json =>
  Object.fromEntries(listAt(run, 'summary').map((line) => [textAt(line, 'ruleCode'), line['count']]));

/** The district delivers its attendance again: somebody of the high school was at the elementary school, too. */
const attendsElsewhereToo = async (): Promise<void> => {
  const text = await seedFile('grand-bend', 'studentSchoolAttendanceEvents');
  const moved = text.split('\n').find((line) => line.includes(`"schoolId": "${high}"`)) ?? '';
  const more = `${text.trimEnd()}\n${moved.replace(`"${high}"`, `"${elementary}"`)}\n`;
  const upload = await deliver(await system.as('grand-bend-admin'), grandBend, 'studentSchoolAttendanceEvents', more);
  expect(upload['status']).toBe('ACCEPTED');
};

describe('A certification event whose participants are schools', () => {
  it('shows each certifier the schools he certifies for, by name, and no other', async () => {
    expect((await rowsOf(await all())).map((row) => row['schoolName']).toSorted()).toEqual(
      schools.map((school) => names[school]).toSorted(),
    );
    expect(await placesOf(await own())).toEqual([high]);
    expect(await placesOf(await listed())).toEqual([elementary]);
    expect((await (await own()).get(`/v1/certifications/${eventId}/${elementary}`)).status).toBe(404);
    expect((await (await listed()).get(`/v1/certifications/${eventId}/${high}`)).status).toBe(404);
  });

  it('tells somebody who is bound to one school of no other, by name or number', async () => {
    const person = await own();
    const known = listAt(expectStatus(await person.get('/v1/organizations?limit=200'), 200), 'items');
    expect(known.map((one) => one['id']).toSorted()).toEqual([grandBend, high]);
    expect((await person.get(`/v1/organizations/${elementary}`)).status).toBe(404);
    expect((await person.get(`/v1/organizations/${grandBend}/data`)).status).toBe(404);
    const told = await Promise.all(
      ['/v1/me', '/v1/alerts', '/v1/certifications', '/v1/runs'].map((path) => person.get(path)),
    );
    for (const answer of told) {
      expect(answer.text).not.toContain(elementary);
      expect(answer.text).not.toContain('Elementary');
    }
  });

  it.each(schools)('validates and freezes the rows of %s alone, whatever their way to the school', async (school) => {
    const person = await all();
    const run = await generateReport(person, at(school), 'district-validation');
    const rows = await foundRows(person, textAt(run, 'id'));
    expect(new Set(rows.map((row) => row['School #']))).toEqual(new Set([school]));
    // Students belong to no school by themselves: these rows are joined to those who are of the school by its attendance.
    expect(countsOf(run)['ATT003S']).toBe(school === elementary ? 35 : 0);
    if (school === elementary)
      expect(rows).toContainEqual(expect.objectContaining({ 'Last Name': 'Dyer', 'First Name': 'Tyrone' }));
    for (const format of ['csv', 'html', 'json']) {
      const report = await openReport(person, textAt(run, 'id'), format);
      expect(report).toContain(school);
      expect(report).not.toContain(otherThan(school));
      expect(report).not.toContain(names[otherThan(school)]);
    }
    expect(await certify(person, at(school))).toMatchObject({ userStatus: 'COMPLETE' });
    const { snapshot } = await wizard(person, at(school));
    const whole = expectStatus(
      await person.get(`/v1/snapshots/${textAt(jsonAt({ snapshot }, 'snapshot'), 'id')}`),
      200,
    );
    snapshots.push(whole);
    const third = jsonAt(await stepOf(person, at(school), 'snapshot-validation'), 'run');
    const ended = await runEnded(person, textAt(third, 'id'));
    expect([countsOf(ended), await foundRows(person, textAt(ended, 'id'))]).toEqual([countsOf(run), rows]);
  });

  it('holds in each snapshot small objects of the school’s own, which verify', async () => {
    const counts = snapshots.map((snapshot) => jsonAt(snapshot, 'recordCounts'));
    expect(counts.map((one) => [one['studentSchoolAttendanceEvents'], one['schools']])).toEqual([
      [620, 1],
      [831, 1],
    ]);
    const [first = 0, second = 0] = counts.map((one) => Number(one['students']));
    expect(Math.min(first, second)).toBeGreaterThan(0);
    const hashes = snapshots.map(
      (snapshot) => listAt(snapshot, 'objects').find(({ dataset }) => dataset === 'students')?.['sha256'],
    );
    expect(new Set(hashes).size).toBe(2);
    const person = await all();
    for (const snapshot of snapshots)
      expect(expectStatus(await person.get(`/v1/snapshots/${textAt(snapshot, 'id')}/verify`), 200)).toMatchObject({
        ok: true,
        differing: [],
      });
  });

  it('waits at each school for everyone who certifies it', async () => {
    expect([await statusOf(high), await statusOf(elementary)]).toEqual(['IN_PROGRESS', 'IN_PROGRESS']);
    await certify(await listed(), at(elementary));
    expect([await statusOf(high), await statusOf(elementary)]).toEqual(['IN_PROGRESS', 'SENT']);
    await certify(await own(), at(high));
    expect(await statusOf(high)).toBe('SENT');
  });

  it('keeps a school’s runs, findings, reports and snapshots from the people of another', async () => {
    const run = textAt(jsonAt(await stepOf(await all(), at(elementary), 'snapshot-validation'), 'run'), 'id');
    const snapshot = textAt(snapshots[1] ?? {}, 'id');
    const stranger = await own();
    for (const path of [
      `/v1/runs/${run}`,
      `/v1/runs/${run}/findings`,
      `/v1/runs/${run}/report`,
      `/v1/snapshots/${snapshot}`,
      `/v1/snapshots/${snapshot}/verify`,
      `/v1/certifications/${eventId}/${elementary}/runs`,
      `/v1/certifications/${eventId}/${elementary}/history`,
    ])
      expect([path, (await stranger.get(path)).status]).toEqual([path, 404]);
    expect(refusalOf(await stranger.post(`/v1/certifications/${eventId}/${elementary}/start`, {}))).toMatch(/^404/);
    expect(refusalOf(await stranger.post(`/v1/runs/${run}/retry`, {}))).toMatch(/^404/);
  });

  it('is approved and sent back school by school, and each round is its own', async () => {
    const judge = await approver();
    expect(await decideOne(judge, eventId, high, { type: 'APPROVE' })).toMatchObject({ outcome: 'APPLIED' });
    const back = { type: 'REQUEST_RECERTIFICATION', reason: 'One tardy is missing.' };
    expect(await decideOne(judge, eventId, elementary, back)).toMatchObject({ outcome: 'APPLIED' });
    expect([await statusOf(high), await statusOf(elementary)]).toEqual(['APPROVED', 'RECERT_IN_PROGRESS']);
    await until('the alert of the certifier of that school', async () =>
      (await alertsOf('one-school')).find((name) => name.includes('requested a recertification')),
    );
    expect(await alertsOf('grand-bend-school-certifier')).not.toContainEqual(
      expect.stringContaining('requested a recertification'),
    );
    await attendsElsewhereToo();
    for (const person of [await all(), await listed()]) await certify(person, at(elementary));
    expect(await participantOf(await admin(), eventId, elementary)).toMatchObject({ status: 'SENT', round: 2 });
    expect(await decideOne(judge, eventId, elementary, { type: 'APPROVE' })).toMatchObject({ outcome: 'APPLIED' });
    expect(await placesOf(await all())).toEqual(schools);
    const approved = (await rowsOf(await all())).map((row) => row['userStatus']);
    expect(approved).toEqual(['APPROVED_COMPLETE', 'APPROVED_COMPLETE']);
  });

  it('tells what has changed in a school’s snapshot, those included who are its own through another dataset', async () => {
    const person = await all();
    const newest = textAt(jsonAt(await wizard(person, at(elementary)), 'snapshot'), 'id');
    const before = textAt(snapshots[1] ?? {}, 'id');
    const diff = expectStatus(await person.get(`/v1/snapshots/${newest}/diff?against=${before}`), 200);
    const kinds = listAt(diff, 'items').map(({ dataset, kind }) => [dataset, kind]);
    expect(kinds.filter(([dataset]) => dataset === 'students')).toEqual([['students', 'ADDED']]);
    expect(kinds).toContainEqual(['studentSchoolAttendanceEvents', 'ADDED']);
  });

  it('is reported to the state school by school', async () => {
    const report = expectStatus(
      await (await admin()).get(`/v1/certification-events/${eventId}/report?format=json`),
      200,
    );
    const lines = listAt(report, 'participants').map(({ name, status }) => [name, status]);
    expect(lines.toSorted()).toEqual(schools.map((school) => [names[school], 'APPROVED']).toSorted());
  });

  it('lets the state run rules over one school’s snapshot and see that school’s rows alone', async () => {
    const judge = await approver();
    const groupId = await named(await admin(), '/v1/validation-groups?level=SCHOOL', 'School Attendance');
    const runs = `/v1/certification-events/${eventId}/participants/${elementary}/runs`;
    const run = expectStatus(await judge.post(runs, { groupId, lane: 'SNAPSHOT', format: 'csv' }), 202);
    const ended = await runEnded(judge, textAt(run, 'id'));
    const rows = await foundRows(judge, textAt(ended, 'id'));
    expect(new Set(rows.map((row) => row['School #']))).toEqual(new Set([elementary]));
    expect((await (await listed()).get(`/v1/runs/${textAt(run, 'id')}`)).status).toBe(404);
  });
});

const alertsOf = (name: string) => system.alertsOf(name, eventId);
