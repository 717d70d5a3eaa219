import { beforeEach, describe, expect, test } from 'vitest';
import { deliverRows, deliverStudents } from '../../../test/fakes/deliver-rows.ts';
import { dataComparer } from './data-comparer.ts';
import { aSmallState, publishTardiness, type SmallState } from '../../../test/fakes/small-state.ts';

let state: SmallState;
beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
});

const deliver = (...ids: readonly string[]) => deliverStudents(state, '255903', ...ids);

const stored = (url: string): string => String(state.stored.get(url.replace('memory://', '').replace(/\?.*/, '')));

describe('the two copies of a district', () => {
  const reconciliation = (user = 'ana') => state.ask(user, 'GET', '/v1/organizations/255903/reconciliation');
  const pause = () => state.ask('admin', 'POST', '/v1/organizations/255903/sync', { body: { paused: true } });

  test('are the same while the state copy follows, and nothing is read to say so', async () => {
    await deliver('1', '2');
    const objects = state.stored.size;
    expect(await reconciliation()).toMatchObject({
      status: 200,
      body: { inSync: true, file: null, datasets: [{ dataset: 'students', inSync: true, onlyInDistrict: 0 }] },
    });
    expect(state.stored.size).toBe(objects);
  });

  test('are compared by key once they differ, and the keys can be taken away', async () => {
    await deliver('1', '2');
    await pause();
    await deliver('2', '3', '4');
    const { body } = await reconciliation();
    expect(body).toMatchObject({
      inSync: false,
      datasets: [
        {
          inSync: false,
          district: { rows: 3 },
          state: { rows: 2 },
          onlyInDistrict: 2,
          onlyInState: 1,
          different: 0,
          keys: { onlyInDistrict: [{ studentUniqueId: '3' }, { studentUniqueId: '4' }], different: [] },
        },
      ],
    });
    expect(stored(body.file.url)).toContain('students,Only there,,studentUniqueId=1,');
    expect(stored(body.countsFile.url).split('\r\n')).toEqual([
      'Dataset,School,Only here,Only there,Different',
      'students,All,2,1,0',
      'students,Not known,2,1,0',
      '',
    ]);
    const objects = state.stored.size;
    expect((await reconciliation()).body.datasets).toEqual(body.datasets);
    expect(state.stored.size).toBe(objects);
  });

  const declare = (name: string, key: readonly string[], school: object) =>
    state.ask('admin', 'POST', '/v1/datasets', {
      body: {
        name,
        title: name,
        key,
        columns: key.map((column) => ({ name: column, type: 'string', required: true })),
        ...school,
      },
    });

  test('are told school by school, also where what leads to the schools is the same in both', async () => {
    await declare('enrollments', ['studentUniqueId', 'schoolId'], { schoolColumn: 'schoolId' });
    const link = { dataset: 'enrollments', column: 'studentUniqueId' };
    await declare('meals', ['studentUniqueId', 'day'], { schoolThrough: link });
    const enrolled = (schoolId: string, ...ids: readonly string[]) =>
      ids.map((studentUniqueId) => ({ studentUniqueId, schoolId }));
    await deliverRows(state, '255903', 'enrollments', [...enrolled('north', '1', '2', '3'), ...enrolled('south', '3')]);
    const eaten = (...ids: readonly string[]) => ids.map((studentUniqueId) => ({ studentUniqueId, day: 'monday' }));
    await deliverRows(state, '255903', 'meals', eaten('3'));
    await pause();
    await deliverRows(state, '255903', 'meals', eaten('1', '2', '4'));
    const { body } = await reconciliation();
    const told = (onlyInDistrict: number, onlyInState: number) => ({ onlyInDistrict, onlyInState, different: 0 });
    const uncounted = { districtRows: null, stateRows: null };
    expect(body.datasets).toMatchObject([
      {
        ...{ dataset: 'enrollments', inSync: true },
        schools: [
          { schoolId: 'north', districtRows: 3, stateRows: 3, ...told(0, 0) },
          { schoolId: 'south', districtRows: 1, stateRows: 1, ...told(0, 0) },
        ],
      },
      {
        ...{ dataset: 'meals', ...told(3, 1) },
        schools: [
          { schoolId: 'north', ...uncounted, ...told(2, 1) },
          { schoolId: 'south', ...uncounted, ...told(0, 1) },
          { schoolId: null, ...uncounted, ...told(1, 0) },
        ],
        schoolsComplete: true,
      },
    ]);
    expect(stored(body.file.url)).toContain('meals,Only there,"north; south",');
    expect(stored(body.countsFile.url)).toContain('meals,north,2,1,0');
    await deliverRows(state, '255903', 'enrollments', enrolled('north', '1', '2', '3'));
    expect((await reconciliation()).body.datasets).toMatchObject([
      {
        schools: [
          { schoolId: 'south', districtRows: 0, stateRows: 1, ...told(0, 1) },
          { schoolId: 'north', districtRows: 3, stateRows: 3, ...told(0, 0) },
        ],
      },
      { schools: [{ schoolId: 'north' }, {}, {}] },
    ]);
  });

  const differInThree = async () => {
    await deliver('1', '2');
    await pause();
    await deliver('2', '3', '4');
  };

  test('are told by exact counts and some of their keys where too many rows differ', async () => {
    await differInThree();
    state.ports.comparer = dataComparer(2);
    const { body } = await reconciliation();
    expect(body).toMatchObject({ complete: false, datasets: [{ onlyInDistrict: 2, onlyInState: 1 }] });
    expect(body.datasets[0].keys).toMatchObject({ onlyInDistrict: [{}], onlyInState: [{}], different: [] });
    expect(stored(body.file.url)).toContain('Only 2 of 3 differences are listed');
  });

  test('are not counted again by who asks again after the listing was cut off', async () => {
    await differInThree();
    const cutOff = () => Promise.reject(new Error('out of time'));
    state.ports.comparer = { ...dataComparer(), list: cutOff };
    expect((await reconciliation()).status).toBe(500);
    state.ports.comparer = { ...dataComparer(), count: cutOff };
    expect((await reconciliation()).body).toMatchObject({ complete: true, datasets: [{ onlyInDistrict: 2 }] });
  });

  test('are refused before a row is read where they are too many to be compared while somebody waits', async () => {
    await differInThree();
    state.ports.comparer = dataComparer(2, 4);
    const unread = await reconciliation();
    expect(unread).toMatchObject({
      status: 409,
      body: { code: 'COMPARISON_TOO_LARGE', facts: { rows: 5, rowsAtMost: 4 } },
    });
    state.ports.comparer = dataComparer(2, 5, 2);
    expect(await reconciliation()).toMatchObject({ status: 409, body: { facts: { rows: 3, rowsAtMost: 2 } } });
    state.ports.comparer = dataComparer(2, 5, 3);
    expect((await reconciliation()).status).toBe(200);
  });

  test('are nobody else\u2019s business', async () => {
    expect((await reconciliation('gus')).status).toBe(404);
    expect((await reconciliation('nobody')).status).toBe(403);
  });
});

describe('a snapshot', () => {
  const take = async (certification: string) => {
    const asked = await state.ask('ana', 'POST', `${certification}/snapshot`, { body: { confirm: true } });
    await state.takeSnapshots();
    return String(asked.body.id);
  };

  test('is compared with an earlier one, row by row, and tells what it holds', async () => {
    await deliver('1', '2', '3');
    const certification = `/v1/certifications/${await publishTardiness(state)}/255903`;
    await state.ask('ana', 'POST', `${certification}/start`);
    const first = await take(certification);
    await deliver('2', '3', '4');
    const second = await take(certification);
    expect(second).not.toBe(first);
    const diff = (query: string) => state.ask('ana', 'GET', `/v1/snapshots/${second}/diff`, { query });
    expect((await diff(`against=${first}`)).body).toMatchObject({
      total: 2,
      items: [
        { dataset: 'students', kind: 'ADDED', key: { studentUniqueId: '4' } },
        { dataset: 'students', kind: 'REMOVED', key: { studentUniqueId: '1' } },
      ],
      counts: [
        {
          ...{ dataset: 'students', added: 1, removed: 1, changed: 0 },
          schools: [{ schoolId: null, added: 1, removed: 1, changed: 0 }],
        },
      ],
    });
    const page = (await diff(`against=${first}&limit=1`)).body;
    expect([page.items.length, typeof page.nextCursor]).toEqual([1, 'string']);
    const rest = (await diff(`against=${first}&limit=1&cursor=${page.nextCursor}`)).body;
    expect([rest.items[0].kind, rest.nextCursor]).toEqual(['REMOVED', null]);
    expect((await diff(`against=${first}&kind=REMOVED`)).body.total).toBe(1);
    expect((await diff(`against=${second}`)).body).toMatchObject({ total: 0, items: [], counts: [] });
    expect(await diff('against=snp_none')).toMatchObject({ status: 422, body: { code: 'REFERENCE_UNKNOWN' } });

    const report = await state.ask('ana', 'GET', `/v1/snapshots/${second}/report`);
    expect(report.body).toMatchObject({
      format: 'html',
      prior: null,
      aggregates: [{ dataset: 'students', schoolId: null, rows: 3, priorRows: null, delta: null }],
    });
    expect(stored(report.body.url)).toContain('Student Tardiness: state data snapshot');
    const csv = await state.ask('ana', 'GET', `/v1/snapshots/${second}/report`, { query: 'format=csv' });
    expect(stored(csv.body.url)).toContain('students,Info,Records by school,All,3,,,');
    for (const path of ['diff', 'report'])
      expect(
        (await state.ask('gus', 'GET', `/v1/snapshots/${second}/${path}`, { query: `against=${first}` })).status,
      ).toBe(path === 'diff' ? 404 : 422);
  });
});
