import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { aSmallState, type SmallState } from '../../../test/fakes/small-state.ts';

const content = '{"studentUniqueId":"1"}\n';
const sha256 = createHash('sha256').update(content).digest('hex');
const announced = {
  organizationId: '255903',
  dataset: 'students',
  fileName: 'students.ndjson',
  format: 'NDJSON',
  bytes: content.length,
  sha256,
};

let state: SmallState;
beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
});

const announce = (changes: object = {}, user = 'ana', key?: string) =>
  state.ask(user, 'POST', '/v1/uploads', { body: { ...announced, ...changes }, ...(key ? { key } : {}) });

describe('a delivery', () => {
  test('is announced, put where the answer says, completed, and then checked', async () => {
    const made = await announce();
    expect(made).toMatchObject({
      status: 201,
      headers: { location: `/v1/uploads/${made.body.id}` },
      body: { status: 'CREATED', rows: null, headers: {} },
    });
    const complete = () => state.ask('ana', 'POST', `/v1/uploads/${made.body.id}/complete`);
    expect(await complete()).toMatchObject({ status: 409, body: { code: 'UPLOAD_NOT_RECEIVED' } });
    state.deliver(made.body.url, content);
    expect(await complete()).toMatchObject({ status: 202, body: { status: 'RECEIVED' } });
    expect(await complete()).toMatchObject({ status: 202, body: { status: 'RECEIVED' } });
    const read = await state.ask('ana', 'GET', `/v1/uploads/${made.body.id}`);
    expect(read).toMatchObject({ status: 200, headers: { 'retry-after': '1' }, body: { status: 'RECEIVED' } });
    expect(read.body).not.toHaveProperty('url');
    const messages = [...state.data.outbox.values()].map(({ row }) => row.message);
    const size = content.length;
    expect(messages).toEqual([{ type: 'QUEUE_INGEST', uploadId: made.body.id, organizationId: '255903', size }]);
    expect((await state.ask('ana', 'GET', `/v1/uploads/${made.body.id}/errors`)).body).toMatchObject({
      items: [],
      total: 0,
    });
  });

  test('that is not the file announced is refused', async () => {
    const { body } = await announce();
    state.deliver(body.url, `${content} `);
    const completed = await state.ask('ana', 'POST', `/v1/uploads/${body.id}/complete`);
    expect(completed).toMatchObject({ status: 409, body: { code: 'UPLOAD_CHANGED' } });
  });

  test('announced twice with the same key is one, with a link of its own each time; no link is kept', async () => {
    const first = await announce({}, 'ana', 'same');
    const second = await announce({}, 'ana', 'same');
    expect(second.body.id).toBe(first.body.id);
    expect(JSON.stringify([...state.data.records.values()])).not.toContain('memory://');
  });

  test.each([
    [{ format: 'XLSX' }, '/format'],
    [{ delivery: 'SOME' }, '/delivery'],
    [{ dataset: 'unheard' }, '/dataset'],
    [{ sha256: 'abc' }, '/sha256'],
    [{ bytes: 0 }, '/bytes'],
    [{ status: 'ACCEPTED' }, '/status'],
  ])('announced with %o is refused at its field', async (changes, pointer) => {
    expect(await announce(changes)).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });

  test('from 10 MB on comes in parts, and goes on where it broke off', async () => {
    const bytes = 25_000_000;
    const { body } = await announce({ bytes });
    expect(body).toMatchObject({ partSize: 10_000_000, parts: [{ number: 1 }, { number: 2 }, { number: 3 }] });
    expect(body).not.toHaveProperty('url');
    const complete = () => state.ask('ana', 'POST', `/v1/uploads/${body.id}/complete`);
    const read = async () => (await state.ask('ana', 'GET', `/v1/uploads/${body.id}`)).body;
    const [first, second, third] = body.parts.map(({ url }: { url: string }) => url);
    state.deliver(first, 'x'.repeat(10_000_000));
    state.deliver(second, 'x'.repeat(9_999_999));
    expect((await read()).parts.map(({ number }: { number: number }) => number)).toEqual([2, 3]);
    expect(await complete()).toMatchObject({ status: 409, body: { code: 'UPLOAD_NOT_RECEIVED' } });
    state.deliver(second, 'x'.repeat(10_000_000));
    state.deliver(third, 'x'.repeat(5_000_000));
    expect((await read()).parts).toEqual([]);
    expect(await complete()).toMatchObject({ status: 202, body: { status: 'RECEIVED' } });
    expect(await read()).not.toHaveProperty('parts');
  });

  test('into the state copy is the state\u2019s alone', async () => {
    expect((await announce({ lane: 'STATE' })).status).toBe(403);
    expect(await announce({ lane: 'STATE' }, 'admin')).toMatchObject({ status: 201, body: { lane: 'STATE' } });
  });

  test('of another district does not exist, and needs the right', async () => {
    expect((await announce({ organizationId: '255901' })).status).toBe(404);
    expect((await announce({ organizationId: '999' }, 'admin')).status).toBe(404);
    expect((await announce({}, 'nobody')).status).toBe(403);
    const { body } = await announce();
    expect((await state.ask('gus', 'GET', `/v1/uploads/${body.id}`)).status).toBe(404);
  });

  test('is known to be gzipped by its name', async () => {
    const { body } = await announce({ fileName: 'students.ndjson.gz' });
    expect((await state.ports.store.load('upload', body.id))?.state.gzip).toBe(true);
  });
});

describe('the names a district has for its columns', () => {
  const path = '/v1/organizations/255903/column-mappings/students';
  const put = (body: object, user = 'ana', ifMatch = '*') =>
    state.ask(user, 'PUT', path, { body, headers: { 'if-match': ifMatch } });

  test('are kept with its data and can be replaced', async () => {
    const columns = { 'Student No.': 'studentUniqueId' };
    expect(await put({ columns, ignored: ['Remark'] })).toMatchObject({
      status: 200,
      body: { columnMappings: [{ dataset: 'students', columns, ignored: ['Remark'] }] },
    });
    const read = await state.ask('ana', 'GET', '/v1/organizations/255903/data');
    expect(read.body.columnMappings).toHaveLength(1);
    expect(await put({ columns: {} }, 'ana', '"7"')).toMatchObject({ status: 412 });
    expect(await put({ columns: {} }, 'ana', String(read.headers['etag']))).toMatchObject({
      body: { columnMappings: [{ columns: {}, ignored: [] }] },
    });
  });

  test.each([
    [{ columns: { 'a/b': 'lunch' } }, 'REFERENCE_UNKNOWN', '/columns/a~1b'],
    [{ columns: { STUDENTUNIQUEID: 'studentUniqueId' } }, 'COLUMN_DECLARED', '/columns/STUDENTUNIQUEID'],
    [{ columns: {}, ignored: ['x', ' studentUniqueId'] }, 'COLUMN_DECLARED', '/ignored/1'],
  ])('%o are refused where they make no sense', async (body, code, pointer) => {
    expect(await put(body)).toMatchObject({ status: 422, body: { code, errors: [{ pointer }] } });
  });

  test('are nobody else\u2019s business', async () => {
    expect((await put({ columns: {} }, 'gus')).status).toBe(404);
    expect((await put({ columns: {} }, 'nobody')).status).toBe(403);
  });
});

describe('the lanes of a district', () => {
  test('begin empty, can be paused, and tell only of datasets that exist', async () => {
    const path = '/v1/organizations/255903';
    expect(await state.ask('ana', 'GET', `${path}/data`)).toMatchObject({
      status: 200,
      body: { paused: false, datasets: [] },
    });
    const paused = await state.ask('ana', 'POST', `${path}/sync`, { body: { paused: true } });
    expect(paused).toMatchObject({ status: 200, body: { paused: true } });
    expect((await state.ask('ana', 'GET', `${path}/data`)).body.paused).toBe(true);
    const unknown = await state.ask('ana', 'POST', `${path}/resync`, { body: { datasets: ['students'] } });
    expect(unknown).toMatchObject({
      status: 422,
      body: { code: 'REFERENCE_UNKNOWN', errors: [{ pointer: '/datasets/0' }] },
    });
    expect((await state.ask('ana', 'POST', `${path}/resync`, { body: {} })).status).toBe(200);
    expect((await state.ask('gus', 'GET', `${path}/data`)).status).toBe(404);
    expect((await state.ask('admin', 'GET', '/v1/organizations/MT/data')).status).toBe(404);
  });

  test('hold datasets that are declared', async () => {
    const list = await state.ask('gus', 'GET', '/v1/datasets');
    expect(list.body).toMatchObject({ total: 1, items: [{ id: 'students', version: 1, key: ['studentUniqueId'] }] });
    expect((await state.ask('gus', 'GET', '/v1/datasets/students')).headers['etag']).toBe('"1"');
    expect((await state.ask('gus', 'GET', '/v1/datasets/none')).status).toBe(404);
  });
});
