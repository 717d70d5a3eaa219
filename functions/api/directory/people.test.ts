import { beforeEach, describe, expect, test } from 'vitest';
import { directoryOf } from '../../../test/fakes/directory.ts';
import { aSmallState, type SmallState } from '../../../test/fakes/small-state.ts';

let state: SmallState;
let directory: ReturnType<typeof directoryOf>;
beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
  directory = directoryOf(state);
  for (const id of ['0588', '0589'])
    await state.ask('admin', 'POST', '/v1/organizations', {
      body: { id, type: 'SCHOOL', name: `School ${id}`, number: id, parentOrganizationId: '255903' },
    });
});

const names = async (by: string, query = '') =>
  (await state.ask(by, 'GET', '/v1/users', { query })).body.items.map((one: { id: string }) => one.id);

const accounts = () =>
  [...state.data.outbox.values()].flatMap(({ row }) =>
    row.message.type === 'SYNC_SIGN_IN' ? [row.message.userId] : [],
  );

/** Dean looks after the people of Bear Creek. */
const aDistrictAdmin = async (fields: Readonly<Record<string, unknown>> = {}): Promise<void> => {
  await directory.hire('dean', { districtAdmin: true, ...fields });
  await directory.grant('dean', { CERTIFICATION_EVENT: 'RW', CERTIFICATION_CATEGORY: 'RWAD' });
};

describe('A new person', () => {
  test('has no right and no membership, and an account once he is committed', async () => {
    const made = await directory.hire('cora', { schools: ['0588'], staffStateId: null });
    expect(made).toMatchObject({
      status: 201,
      headers: { etag: '"1"', location: '/v1/users/cora' },
      body: { userId: 'cora', schools: ['0588'], active: true, memberships: [], rights: { SETTINGS: '' } },
    });
    expect(accounts()).toEqual(['cora']);
    expect((await state.ask('cora', 'GET', '/v1/me')).body.firstName).toBe('cora');
    for (const again of ['cora', 'CORA', 'Cora', 'ana'])
      expect(await directory.hire(again)).toMatchObject({ status: 409, body: { code: 'ALREADY_EXISTS' } });
    expect(accounts()).toEqual(['cora']);
  });

  test.each([
    [{ email: 'nowhere' }, 'INVALID_INPUT', '/email'],
    [{ userId: 'cora/../x' }, 'INVALID_INPUT', '/userId'],
    [{ organizationId: '9999' }, 'REFERENCE_UNKNOWN', '/organizationId'],
    [{ organizationId: '0588' }, 'ORGANIZATION_UNFIT', '/organizationId'],
    [{ side: 'STATE' }, 'ORGANIZATION_UNFIT', '/organizationId'],
    [{ side: 'STATE', organizationId: 'MT', schools: ['0588'] }, 'LOCAL_ONLY', '/schools'],
    [{ side: 'STATE', organizationId: 'MT', districtAdmin: true }, 'LOCAL_ONLY', '/districtAdmin'],
    [{ schools: ['0588', '9999'] }, 'REFERENCE_UNKNOWN', '/schools/1'],
    [{ organizationId: '255901', schools: ['0588'] }, 'REFERENCE_UNKNOWN', '/schools/0'],
    [{ schools: [] }, 'INVALID_INPUT', '/schools'],
  ])('with %o is refused', async (fields, code, pointer) => {
    const refused = await directory.hire('cora', fields);
    expect(refused).toMatchObject({ status: 422, body: { code, errors: [{ pointer }] } });
    expect((await state.ask('admin', 'GET', '/v1/users/cora')).status).toBe(404);
    expect(accounts()).toEqual([]);
  });

  test('is made by an administrator, or in his own district by its own', async () => {
    await aDistrictAdmin({ schools: ['0588'] });
    expect((await directory.hire('cora', { schools: ['0588'] }, 'dean')).status).toBe(201);
    const beyond = [
      { schools: 'ALL' },
      { schools: ['0589'] },
      { organizationId: '255901' },
      { organizationId: '9999' },
      { side: 'STATE', organizationId: 'MT' },
    ];
    for (const fields of beyond) expect((await directory.hire('otto', fields, 'dean')).status).toBe(403);
    for (const by of ['ana', 'april', 'nobody']) expect((await directory.hire('otto', {}, by)).status).toBe(403);
  });
});

describe('The list of people', () => {
  test('is found by name, place and what they are', async () => {
    expect(await names('admin')).toEqual(['admin', 'ana', 'april', 'gone', 'gus', 'nobody', 'rita', 'stan']);
    expect(await names('admin', 'organizationId=255903')).toEqual(['ana', 'rita']);
    expect(await names('admin', 'name=AP')).toEqual(['april']);
    expect(await names('admin', 'name=gus@example')).toEqual(['gus']);
    expect(await names('admin', 'side=STATE&active=false')).toEqual(['gone']);
    expect(await names('admin', 'categoryId=cat_attendance&side=LOCAL')).toEqual(['ana', 'gus', 'rita']);
    expect(await names('admin', 'districtAdmin=true')).toEqual([]);
  });

  test('is read in pages, none of which leaves anybody out', async () => {
    const first = await state.ask('admin', 'GET', '/v1/users', { query: 'limit=3&side=STATE' });
    expect(first.body.items.map((one: { id: string }) => one.id)).toEqual(['admin', 'april', 'gone']);
    const query = `limit=3&side=STATE&cursor=${first.body.nextCursor}`;
    const second = await state.ask('admin', 'GET', '/v1/users', { query });
    expect(second.body).toMatchObject({ items: [{ id: 'nobody' }, { id: 'stan' }], nextCursor: null });
    expect((await state.ask('admin', 'GET', '/v1/users', { query: query.replace('STATE', 'LOCAL') })).status).toBe(400);
  });

  test('shows a district its own people, and others nobody', async () => {
    await aDistrictAdmin();
    expect(await names('dean')).toEqual(['dean', 'ana', 'rita']);
    expect(await names('dean', 'organizationId=255901')).toEqual([]);
    expect((await state.ask('dean', 'GET', '/v1/users/gus')).status).toBe(404);
    expect((await state.ask('dean', 'GET', '/v1/users/admin')).status).toBe(404);
    // Somebody of another district and nobody at all are the same, to whoever may look at people and to whoever may not.
    for (const by of ['dean', 'ana'])
      for (const id of ['gus', 'no-such-person'])
        expect((await state.ask(by, 'GET', `/v1/users/${id}`)).status, `${by} at ${id}`).toBe(404);
    expect((await state.ask('dean', 'GET', '/v1/users/ana')).body.memberships).toHaveLength(1);
    for (const path of ['/v1/users', '/v1/users/rita']) expect((await state.ask('ana', 'GET', path)).status).toBe(403);
  });
});

describe('Rights', () => {
  test('are written in one order, whatever order they come in, and what is left out is taken away', async () => {
    await directory.grant('rita', { CERTIFICATION_EVENT: 'DAWRR', DATASETS: '' });
    const { rights } = (await state.ask('admin', 'GET', '/v1/users/rita')).body;
    expect(rights).toMatchObject({ CERTIFICATION_EVENT: 'RWAD', DATASETS: '', BATCH_QUEUE: '' });
  });

  test.each([
    [{ CERTIFICATION_EVENT: 'RX' }, '/rights/CERTIFICATION_EVENT'],
    [{ COFFEE: 'R' }, '/rights/COFFEE'],
  ])('%o mean nothing', async (rights: Record<string, string>, pointer) => {
    expect(await directory.grant('rita', rights)).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });

  test('nobody raises his own, and nobody takes his own administration away', async () => {
    await directory.hire('olga', { side: 'STATE', organizationId: 'MT' });
    await directory.grant('olga', { SETTINGS: 'RWAD' });
    expect(await directory.grant('olga', { SETTINGS: 'RWAD', EVENT_MANAGEMENT: 'R' }, 'olga')).toMatchObject({
      status: 403,
      body: { code: 'OWN_RIGHTS', facts: { tools: ['EVENT_MANAGEMENT'] } },
    });
    expect(await directory.grant('olga', { SETTINGS: 'RWA' }, 'olga')).toMatchObject({
      status: 409,
      body: { code: 'OWN_ADMINISTRATION' },
    });
    expect((await directory.patch('olga', '/v1/users/olga', { active: false })).body.code).toBe('OWN_ADMINISTRATION');
    expect((await directory.grant('admin', {}, 'olga')).status).toBe(200);
    expect((await directory.grant('olga', {}, 'admin')).status).toBe(403);
  });

  test('a district hands out no more than its administrator has, and nothing of the state’s', async () => {
    await aDistrictAdmin();
    await directory.hire('cora', {}, 'dean');
    expect((await directory.grant('cora', { CERTIFICATION_EVENT: 'RW' }, 'dean')).status).toBe(200);
    for (const tool of ['CERTIFICATION_EVENT', 'EVENT_MANAGEMENT', 'SETTINGS'])
      expect(await directory.grant('cora', { [tool]: 'RWAD' }, 'dean')).toMatchObject({
        status: 403,
        body: { code: 'RIGHTS_EXCEEDED', facts: { tools: [tool] } },
      });
    // What somebody has already is not given anew, and may stay.
    const kept = { CERTIFICATION_EVENT: 'RWAD', BATCH_QUEUE: 'R', DATASETS: 'RWAD', BATCH_RESYNC: '' };
    expect((await directory.grant('ana', kept, 'dean')).status).toBe(200);
    expect((await directory.grant('dean', { CERTIFICATION_EVENT: 'RWAD' }, 'dean')).body.code).toBe('OWN_RIGHTS');
    expect((await directory.grant('gus', {}, 'dean')).status).toBe(404);
    expect((await directory.grant('april', {}, 'dean')).status).toBe(404);
  });
});

describe('A person who changes', () => {
  test('is changed by the version that was looked at', async () => {
    const change = (version: string) =>
      state.ask('admin', 'PATCH', '/v1/users/ana', { body: { lastName: 'Ngo' }, headers: { 'if-match': version } });
    expect((await change('"7"')).status).toBe(412);
    expect(await change('"1"')).toMatchObject({ status: 200, headers: { etag: '"2"' }, body: { lastName: 'Ngo' } });
    const lists = await state.ask('admin', 'GET', '/v1/categories/cat_attendance/local-members');
    expect(lists.body.items.map((one: { name: string }) => one.name)).toContain('ana Ngo');
  });

  test('and is deactivated is shut out at once, with the token he holds', async () => {
    expect((await directory.patch('admin', '/v1/users/ana', { active: false })).body).toMatchObject({
      active: false,
      memberships: [],
    });
    expect((await state.ask('ana', 'GET', '/v1/me')).status).toBe(403);
    expect(accounts()).toEqual(['ana']);
    await directory.patch('admin', '/v1/users/ana', { active: true });
    expect((await state.ask('ana', 'GET', '/v1/me')).body.memberships).toEqual([]);
  });

  test('on the state’s side stays in his categories, marked as inactive', async () => {
    const member = async () =>
      (await state.ask('admin', 'GET', '/v1/categories/cat_attendance')).body.stateMembers.find(
        (one: { userId: string }) => one.userId === 'april',
      );
    await directory.put('admin', '/v1/categories/cat_attendance/state-members/april', { role: 'APPROVER' });
    await directory.patch('admin', '/v1/users/april', { active: false, lastName: 'May' });
    expect(await member()).toMatchObject({ name: 'april May', active: false });
    await directory.patch('admin', '/v1/users/april', { active: true });
    expect(await member()).toMatchObject({ active: true, role: 'APPROVER' });
  });

  test('and may see fewer schools loses what he was a member of for more', async () => {
    expect((await directory.patch('admin', '/v1/users/ana', { schools: ['0588'] })).body.memberships).toEqual([]);
    expect((await directory.patch('admin', '/v1/users/ana', { schools: ['9999'] })).body).toMatchObject({
      code: 'REFERENCE_UNKNOWN',
    });
  });

  test('and moves to another district leaves the lists of the old one', async () => {
    await directory.patch('admin', '/v1/users/ana', { organizationId: '255901' });
    const lists = await state.ask('admin', 'GET', '/v1/categories/cat_attendance/local-members');
    expect(lists.body.items.map((one: { userId: string }) => one.userId)).toEqual(['gus', 'rita']);
    expect((await state.ask('ana', 'GET', '/v1/me')).body.organizationId).toBe('255901');
  });

  test('does not change sides, and a district does not send its people away', async () => {
    await aDistrictAdmin();
    expect((await directory.patch('admin', '/v1/users/ana', { side: 'STATE' })).status).toBe(422);
    expect((await directory.patch('admin', '/v1/users/ana', { organizationId: 'MT' })).status).toBe(422);
    expect((await directory.patch('dean', '/v1/users/ana', { organizationId: '255901' })).status).toBe(403);
    expect((await directory.patch('dean', '/v1/users/ana', { firstName: 'Anna' })).status).toBe(200);
  });
});
