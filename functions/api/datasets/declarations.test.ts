import { beforeEach, describe, expect, test } from 'vitest';
import { aSmallState, type SmallState } from '../../../test/fakes/small-state.ts';

let state: SmallState;
beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
});

const transport = {
  name: 'studentTransport',
  title: 'Transport',
  columns: [
    { name: 'studentUniqueId', type: 'string', required: true },
    { name: 'mode', type: 'string', required: false, codes: ['Bus', 'Walk'] },
  ],
  key: ['studentUniqueId'],
  schoolThrough: { dataset: 'students', column: 'studentUniqueId' },
};
const path = '/v1/datasets/studentTransport';

const declare = (changes: object = {}, user = 'admin') =>
  state.ask(user, 'POST', '/v1/datasets', { body: { ...transport, ...changes } });
const replace = (changes: object, etag = '*') =>
  state.ask('admin', 'PUT', path, { body: { ...transport, ...changes }, headers: { 'if-match': etag } });
const refusal = ({ status, body }: { status: number; body: { code: string; errors?: { pointer: string }[] } }) => [
  status,
  body.code,
  body.errors?.[0]?.pointer,
];

describe('a dataset', () => {
  test('is declared by the state, and seen by everybody', async () => {
    const made = await declare();
    expect(made).toMatchObject({
      status: 201,
      headers: { etag: '"1"', location: path },
      body: { id: 'studentTransport', version: 1, retired: false, schoolColumn: null },
    });
    expect((await state.ask('gus', 'GET', path)).body).toMatchObject(transport);
    for (const user of ['april', 'ana', 'nobody']) expect((await declare({ name: 'x' }, user)).status).toBe(403);
  });

  test.each([
    ['of a name that is taken', { name: 'STUDENTS' }, [409, 'DATASET_EXISTS', undefined]],
    ['with a key that is optional', { key: ['mode'] }, [422, 'INVALID_INPUT', '']],
    ['with a column twice', { columns: [...transport.columns, transport.columns[0]] }, [422, 'INVALID_INPUT', '']],
    [
      'with a type that is none',
      { columns: [{ name: 'a', type: 'json', required: true }] },
      [422, 'INVALID_INPUT', '/columns/0/type'],
    ],
    [
      'through a dataset that is none',
      { schoolThrough: { dataset: 'none', column: 'studentUniqueId' } },
      [422, 'REFERENCE_UNKNOWN', '/schoolThrough/dataset'],
    ],
    ['called like a view of the engine', { name: 'certification' }, [422, 'INVALID_INPUT', '']],
  ])('%s is refused', async (_what, changes, expected) => expect(refusal(await declare(changes))).toEqual(expected));
});

describe('a new version of a declaration', () => {
  beforeEach(() => declare());

  test('that widens it is taken, and the one before can still be read', async () => {
    const columns = [...transport.columns, { name: 'stop', type: 'string', required: false }];
    expect(await replace({ columns, reason: 'Routes.' }, '"1"')).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: { version: 2 },
    });
    expect((await replace({}, '"1"')).status).toBe(412);
    expect((await state.ask('ana', 'GET', path, { query: 'version=1' })).body.columns).toHaveLength(2);
    expect((await state.ask('ana', 'GET', path, { query: 'version=3' })).status).toBe(404);
  });

  test('that narrows it asks for a confirmation with what it means and which rules read it', async () => {
    const sql = 'SELECT mode FROM studentTransport';
    const rule = {
      code: 'TRA-1',
      name: 'Mode',
      severity: 'INFO',
      kind: 'LISTING',
      level: 'DISTRICT',
      sql,
      message: 'm',
    };
    await state.ask('admin', 'POST', '/v1/rules', { body: { ...rule, datasets: ['studentTransport'] } });
    const columns = transport.columns.slice(0, 1);
    expect((await replace({ columns })).body).toMatchObject({
      code: 'CONFIRMATION_REQUIRED',
      facts: { consequences: [{ kind: 'COLUMN_REMOVED' }], rules: ['TRA-1'] },
    });
    expect((await replace({ columns, confirm: true })).body.version).toBe(2);
    expect(refusal(await replace({ key: ['mode'] }))[1]).toBe('INVALID_INPUT');
  });

  test('cannot touch what accepted versions rest on', async () => {
    const columns = transport.columns.map((column) =>
      column.name === 'mode' ? { ...column, type: 'integer', codes: undefined } : column,
    );
    expect(refusal(await replace({ columns }))).toEqual([422, 'DATASET_INCOMPATIBLE', '/columns/1/type']);
    expect(refusal(await replace({ schoolThrough: null }))).toEqual([422, 'DATASET_INCOMPATIBLE', '/schoolThrough']);
    expect(refusal(await replace({ name: 'other' }))).toEqual([422, 'INVALID_INPUT', '/name']);
  });

  test('that retires it ends deliveries', async () => {
    expect((await replace({ retired: true })).status).toBe(409);
    expect((await replace({ retired: true, confirm: true })).body).toMatchObject({ version: 2, retired: true });
    const file = { fileName: 't.ndjson', format: 'NDJSON', bytes: 1, sha256: 'a'.repeat(64) };
    const body = { organizationId: '255903', dataset: 'studentTransport', ...file };
    expect(refusal(await state.ask('ana', 'POST', '/v1/uploads', { body }))).toEqual([
      422,
      'REFERENCE_UNKNOWN',
      '/dataset',
    ]);
    expect((await replace({})).body).toMatchObject({ version: 3, retired: false });
  });
});
