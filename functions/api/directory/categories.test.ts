import { beforeEach, describe, expect, test } from 'vitest';
import { directoryOf } from '../../../test/fakes/directory.ts';
import { aSmallState, publishTardiness, type SmallState } from '../../../test/fakes/small-state.ts';

let state: SmallState;
let directory: ReturnType<typeof directoryOf>;
beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
  directory = directoryOf(state);
  await directory.hire('dean', { districtAdmin: true });
  await directory.grant('dean', { CERTIFICATION_CATEGORY: 'RWAD' });
});

const attendance = '/v1/categories/cat_attendance';
const make = (body: Readonly<Record<string, unknown>>, by = 'admin') =>
  state.ask(by, 'POST', '/v1/categories', { body: { name: 'Discipline', level: 'DISTRICT', ...body } });
const made = async (body: Readonly<Record<string, unknown>> = {}): Promise<string> => {
  const { id } = (await make(body)).body;
  return `/v1/categories/${id}`;
};
const publish = (path: string, by = 'admin') => state.ask(by, 'POST', `${path}/publish`, { body: {} });
const members = async (path: string, by: string, query = '') =>
  (await state.ask(by, 'GET', `${path}/local-members`, { query })).body.items.map(
    (one: { userId: string }) => one.userId,
  );

describe('A category', () => {
  test('is made unpublished, and districts see it once it is published', async () => {
    const path = await made({ description: 'Who misbehaved' });
    expect((await state.ask('admin', 'GET', path)).body).toMatchObject({
      name: 'Discipline',
      description: 'Who misbehaved',
      active: true,
      published: false,
      stateMembers: [],
    });
    expect((await state.ask('dean', 'GET', path)).status).toBe(404);
    expect((await state.ask('dean', 'GET', `${path}/local-members`)).status).toBe(404);
    expect((await publish(path)).body.published).toBe(true);
    expect((await publish(path)).status).toBe(200);
    expect((await state.ask('dean', 'GET', path)).status).toBe(200);
  });

  test('takes all four rights to be made, and its level stands', async () => {
    await directory.hire('wes', { side: 'STATE', organizationId: 'MT' });
    await directory.grant('wes', { CERTIFICATION_CATEGORY: 'RWA' });
    for (const by of ['wes', 'april', 'dean', 'ana']) expect((await make({}, by)).status).toBe(403);
    const path = await made();
    expect((await directory.patch('wes', path, { name: 'Conduct' })).body.name).toBe('Conduct');
    expect((await directory.patch('wes', path, { active: false })).status).toBe(403);
    expect((await directory.patch('admin', path, { level: 'SCHOOL' })).body.errors).toMatchObject([
      { pointer: '/level' },
    ]);
    expect((await make({ level: 'REGION' })).body.errors).toMatchObject([{ pointer: '/level' }]);
  });

  test('stays active while a published certification event uses it', async () => {
    const id = await publishTardiness(state);
    state.clock.advance(60);
    const deactivate = () => directory.patch('admin', attendance, { active: false });
    expect(await deactivate()).toMatchObject({ status: 409, body: { code: 'CATEGORY_IN_USE' } });
    await state.ask('admin', 'POST', `/v1/certification-events/${id}/close`, {
      body: { comment: 'over', confirm: true },
    });
    expect((await deactivate()).body.active).toBe(false);
    expect(await directory.put('dean', `${attendance}/local-members/255903/ana`, { role: 'CERTIFIER' })).toMatchObject({
      status: 409,
      body: { code: 'CATEGORY_INACTIVE' },
    });
    const inactive = await made({ active: false });
    expect((await publish(inactive)).body.code).toBe('CATEGORY_INACTIVE');
  });
});

describe('Members of the state', () => {
  const set = (id: string, role: string, by = 'admin') =>
    directory.put(by, `${attendance}/state-members/${id}`, { role });

  test('decide from the next request on, and no longer than they are members', async () => {
    await directory.hire('olga', { side: 'STATE', organizationId: 'MT' });
    await directory.grant('olga', { EVENT_MANAGEMENT: 'RWAD', EVENT_REPORT: 'RWAD' });
    const id = await publishTardiness(state);
    const decide = async () =>
      (
        await state.ask('olga', 'POST', `/v1/certification-events/${id}/decisions`, {
          body: { type: 'APPROVE', organizationIds: ['255901'], confirmNotCertified: true, reason: 'Asked by mail.' },
        })
      ).status;
    expect(await decide()).toBe(403);
    expect(await set('olga', 'APPROVER')).toMatchObject({ status: 200, body: { warnings: [] } });
    expect(await decide()).toBe(200);
    state.clock.advance(60);
    expect((await directory.remove('admin', `${attendance}/state-members/olga`)).status).toBe(204);
    expect(await decide()).toBe(403);
    expect((await directory.remove('admin', `${attendance}/state-members/olga`)).status).toBe(204);
    expect((await directory.remove('admin', `${attendance}/state-members/unknown`)).status).toBe(404);
  });

  test('without the rights of their role count, and are pointed out', async () => {
    expect((await set('stan', 'APPROVER')).body.warnings).toEqual([{ code: 'RIGHTS_TOO_LOW', userId: 'stan' }]);
    expect((await set('stan', 'REVIEWER')).body.warnings).toEqual([]);
    expect((await set('nobody', 'REVIEWER')).body.warnings).toHaveLength(1);
  });

  test('are the state’s own, and chosen by whoever holds all four rights', async () => {
    for (const id of ['ana', 'gone', 'unknown']) expect((await set(id, 'APPROVER')).status).toBe(404);
    expect((await set('stan', 'CERTIFIER')).body.errors).toMatchObject([{ pointer: '/role' }]);
    for (const by of ['april', 'dean']) expect((await set('stan', 'APPROVER', by)).status).toBe(403);
    const path = `${attendance}/state-members/stan`;
    const stale = { body: { role: 'APPROVER' }, headers: { 'if-match': '"9"' } };
    expect((await state.ask('admin', 'PUT', path, stale)).status).toBe(412);
    expect((await state.ask('admin', 'PUT', path, { body: { role: 'APPROVER' } })).status).toBe(428);
  });
});

describe('Members of a district', () => {
  const set = (id: string, body: unknown, by = 'dean', district = '255903', path = attendance) =>
    directory.put(by, `${path}/local-members/${district}/${id}`, body);
  const certifier = { role: 'CERTIFIER', schools: 'ALL' };

  test('are kept by the district itself', async () => {
    await directory.hire('cora');
    expect(await set('cora', certifier)).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: {
        userId: 'cora',
        districtId: '255903',
        name: 'cora New',
        role: 'CERTIFIER',
        warnings: [{ code: 'RIGHTS_TOO_LOW', userId: 'cora' }],
      },
    });
    expect((await state.ask('cora', 'GET', '/v1/me')).body.memberships).toEqual([
      { categoryId: 'cat_attendance', role: 'CERTIFIER' },
    ]);
    expect(await members(attendance, 'dean')).toEqual(['ana', 'cora', 'rita']);
    expect(await members(attendance, 'dean', 'role=CERTIFIER&name=co')).toEqual(['cora']);
    expect(await members(attendance, 'admin', 'districtId=255901')).toEqual(['gus']);
    expect((await directory.remove('dean', `${attendance}/local-members/255903/cora`)).status).toBe(204);
    expect((await state.ask('cora', 'GET', '/v1/me')).body.memberships).toEqual([]);
    expect(await members(attendance, 'stan')).toEqual(['ana', 'gus', 'rita']);
  });

  test('are nobody else’s to keep, not even the state’s', async () => {
    for (const by of ['ana', 'admin']) expect((await set('rita', certifier, by)).status).toBe(403);
    expect((await set('gus', certifier, 'dean', '255901')).status).toBe(404);
    expect((await state.ask('ana', 'GET', `${attendance}/local-members`)).status).toBe(403);
    await directory.grant('ana', { CERTIFICATION_CATEGORY: 'RWAD' });
    expect((await set('rita', certifier, 'ana')).status).toBe(200);
  });

  test('are its own people, who are active, for its own schools', async () => {
    await state.ask('admin', 'POST', '/v1/organizations', {
      body: { id: '0588', type: 'SCHOOL', name: 'North', number: '0588', parentOrganizationId: '255903' },
    });
    const ofSchools = await made({ level: 'SCHOOL' });
    await publish(ofSchools);
    await directory.hire('sol', { schools: ['0588'] });
    const one = (id: string, schools: unknown) => set(id, { role: 'CERTIFIER', schools }, 'dean', '255903', ofSchools);
    for (const id of ['gus', 'stan', 'unknown']) expect((await one(id, 'ALL')).status).toBe(404);
    expect(await one('ana', ['0588', '9999'])).toMatchObject({
      status: 422,
      body: { code: 'REFERENCE_UNKNOWN', errors: [{ pointer: '/schools/1' }] },
    });
    expect((await one('sol', 'ALL')).body.errors).toMatchObject([{ pointer: '/schools' }]);
    expect((await one('sol', ['0588'])).body.schools).toEqual(['0588']);
    expect((await set('sol', certifier)).status).toBe(422);
    await directory.patch('admin', '/v1/users/sol', { active: false });
    expect(await members(ofSchools, 'dean')).toEqual([]);
    expect((await one('sol', ['0588'])).status).toBe(404);
  });

  test('cost nothing when they are set as they are', async () => {
    await set('ana', certifier);
    const before = state.data.audit.length;
    expect((await set('ana', certifier)).status).toBe(200);
    expect((await directory.remove('dean', `${attendance}/local-members/255903/dean`)).status).toBe(204);
    expect(state.data.audit).toHaveLength(before);
  });
});
