import { beforeEach, describe, expect, test } from 'vitest';
import { directoryOf } from '../../../test/fakes/directory.ts';
import { aPostOffice } from '../../../test/fakes/post-office.ts';
import { aSmallState, publishTardiness, type SmallState } from '../../../test/fakes/small-state.ts';

let state: SmallState;
let directory: ReturnType<typeof directoryOf>;
beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
  directory = directoryOf(state);
});

const post = (body: unknown, by = 'admin') => state.ask(by, 'POST', '/v1/organizations', { body });
const school = { id: '0588', type: 'SCHOOL', name: 'North High', number: '0588', parentOrganizationId: '255903' };

describe('The settings of the agency', () => {
  const settings = { name: 'Montana', shortName: 'MT', timeZone: 'America/New_York', warningPolicy: 'EXPLAIN' };
  const replace = (body: unknown, by = 'admin', version = '"1"') =>
    state.ask(by, 'PUT', '/v1/settings', { body, headers: { 'if-match': version } });

  test('are replaced whole by an administrator, who looked at them', async () => {
    expect(await replace(settings)).toMatchObject({ status: 200, headers: { etag: '"2"' }, body: settings });
    expect((await replace(settings, 'admin', '"1"')).status).toBe(412);
    expect((await replace(settings, 'admin', '"2"')).headers['etag']).toBe('"2"');
    expect(state.data.audit.at(-1)?.entry).toMatchObject({ chain: 'agency/AGENCY', command: 'replaceSettings' });
  });

  test.each([
    ['no zone', { ...settings, timeZone: 'Montana/Helena' }, '/timeZone'],
    ['an offset, by which no place changes its clocks', { ...settings, timeZone: '-07:00' }, '/timeZone'],
    ['no name', { shortName: 'MT', timeZone: 'America/Denver' }, '/name'],
    ['something unknown', { ...settings, color: 'red' }, '/color'],
  ])('take %s for an error, and stay as they are', async (_what, body, pointer) => {
    expect(await replace(body)).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
    expect((await state.ask('ana', 'GET', '/v1/settings')).headers['etag']).toBe('"1"');
  });

  test('in another zone move what waits for an hour of the day to that hour there', async () => {
    const office = aPostOffice(state);
    await publishTardiness(state);
    await office.quiet();
    const waiting = () =>
      [...state.data.states.timer.values()]
        .filter((timer) => timer.state.status === 'ARMED')
        .filter(({ state: { id }, version }) => office.schedules.has(`${id}.${version}`))
        .map(({ state: { dueAt } }) => dueAt.slice(5, 16))
        .toSorted();
    const inDenver = waiting();
    expect(inDenver).toContain('05-15T13:00');
    await replace(settings);
    await office.quiet();
    // The missing-snapshot time is an instant and stays; the mornings are two hours earlier.
    const earlier = (text: string) => text.replace(/T(1[34]):/, (_text, hour) => `T${Number(hour) - 2}:`);
    expect(waiting()).toEqual(inDenver.map(earlier).toSorted());
    expect(waiting()).toContain('05-15T11:00');
  });

  test('are nobody else’s to change', async () => {
    for (const by of ['april', 'nobody', 'ana']) expect((await replace(settings, by)).status).toBe(403);
    expect((await state.ask('admin', 'PUT', '/v1/settings', { body: settings })).status).toBe(428);
  });
});

describe('An organization', () => {
  test('is made under the agency’s own id, leading zeros kept, below a parent of the right kind', async () => {
    expect(await post(school)).toMatchObject({
      status: 201,
      headers: { etag: '"1"', location: '/v1/organizations/0588' },
      body: { id: '0588', number: '0588', parentOrganizationId: '255903' },
    });
    const region = await post({ id: 'R1', type: 'REGION', name: 'West', number: '01' });
    expect(region.body.parentOrganizationId).toBe('MT');
    expect((await post({ ...school, id: '1071', type: 'DISTRICT', parentOrganizationId: 'R1' })).status).toBe(201);
    expect((await state.ask('ana', 'GET', '/v1/organizations')).body.items).toMatchObject([
      { id: '255903' },
      { id: '0588' },
    ]);
  });

  test('whose id is taken is refused, in a repeat answered as before', async () => {
    const request = { body: school, key: 'once' };
    const first = await state.ask('admin', 'POST', '/v1/organizations', request);
    expect(await state.ask('admin', 'POST', '/v1/organizations', request)).toEqual(first);
    expect(await post(school)).toMatchObject({ status: 409, body: { code: 'ALREADY_EXISTS' } });
  });

  test.each([
    ['a school below the state', { ...school, parentOrganizationId: 'MT' }, 'PARENT_INVALID', '/parentOrganizationId'],
    [
      'a school without a district',
      { ...school, parentOrganizationId: null },
      'REFERENCE_UNKNOWN',
      '/parentOrganizationId',
    ],
    ['a district below a district', { ...school, type: 'DISTRICT' }, 'PARENT_INVALID', '/parentOrganizationId'],
    [
      'a parent nobody knows',
      { ...school, parentOrganizationId: '9999' },
      'REFERENCE_UNKNOWN',
      '/parentOrganizationId',
    ],
    ['a second state', { ...school, type: 'STATE' }, 'INVALID_INPUT', '/type'],
    ['an id that is none', { ...school, id: '05/88' }, 'INVALID_INPUT', '/id'],
    ['an empty name', { ...school, name: ' ' }, 'INVALID_INPUT', '/name'],
  ])('is not %s', async (_what, body, code, pointer) => {
    expect(await post(body)).toMatchObject({ status: 422, body: { code, errors: [{ pointer }] } });
    expect((await state.ask('admin', 'GET', '/v1/organizations/0588')).status).toBe(404);
  });

  test('changes name and number; a school stays in its district', async () => {
    await post(school);
    const change = (body: unknown, by = 'admin') => directory.patch(by, '/v1/organizations/0588', body);
    expect(await change({ name: 'North High School' })).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: { name: 'North High School', number: '0588' },
    });
    expect((await change({})).headers['etag']).toBe('"2"');
    expect(await change({ parentOrganizationId: '255901' })).toMatchObject({
      status: 422,
      body: { code: 'SCHOOL_STAYS', errors: [{ pointer: '/parentOrganizationId' }] },
    });
    expect((await change({ type: 'DISTRICT' })).status).toBe(422);
    expect((await change({ name: 'Mine' }, 'ana')).status).toBe(403);
    expect((await change({ name: 'Mine' }, 'gus')).status).toBe(404);
  });

  test('a district moves to a region, never below a school or itself', async () => {
    await post({ id: 'R1', type: 'REGION', name: 'West', number: '01' });
    await post(school);
    const move = (parentOrganizationId: string) =>
      directory.patch('admin', '/v1/organizations/255903', { parentOrganizationId });
    expect(await move('R1')).toMatchObject({ status: 200, body: { parentOrganizationId: 'R1' } });
    for (const parent of ['0588', '255903', '9999']) expect((await move(parent)).status).toBe(422);
  });
});
