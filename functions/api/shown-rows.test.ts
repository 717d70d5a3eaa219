import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { ingestInChild } from '../../shared/engine/ingest/ingest-in-child.ts';
import { ingestUpload } from '../../shared/application/datasets/ingest.ts';
import { runId, uploadId } from '../../shared/kernel/ids.ts';
import type { CannedFinding } from '../../test/fakes/canned-engine.ts';
import { deliverStudents } from '../../test/fakes/deliver-rows.ts';
import { aSmallState, publishTardiness, type SmallState } from '../../test/fakes/small-state.ts';
import { duckDbIngester } from '../worker/ingest-upload/duckdb-ingester.ts';

let state: SmallState;
let certification: string;

beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
  certification = `/v1/certifications/${await publishTardiness(state)}/255903`;
});

const read = (user: string, path: string, query = '') => state.ask(user, 'GET', path, { query });

const deliver = (...ids: readonly string[]) => deliverStudents(state, '255903', ...ids);

const found: readonly CannedFinding[] = ['1', '2', '3'].map((studentUniqueId) => ({
  ruleCode: 'STU-1',
  severity: 'FATAL',
  row: { studentUniqueId },
}));

const aRun = async (findings = found) => {
  const asked = await state.ask('ana', 'POST', `${certification}/steps/district-validation/runs`, { body: {} });
  await state.validate(runId(asked.body.id), findings);
  return { path: `/v1/runs/${asked.body.id}/findings`, query: '', about: `RUN ${asked.body.id}` };
};

const aSnapshot = async (): Promise<string> => {
  const asked = await state.ask('ana', 'POST', `${certification}/snapshot`, { body: { confirm: true } });
  await state.takeSnapshots();
  return asked.body.id;
};

const twoSnapshots = async () => {
  await deliver('1', '2');
  await state.ask('ana', 'POST', `${certification}/start`);
  const before = await aSnapshot();
  await deliver('2', '3');
  const after = await aSnapshot();
  return { path: `/v1/snapshots/${after}/diff`, query: `against=${before}`, about: `SNAPSHOTS ${before} ${after}` };
};

const twoCopies = async () => {
  await deliver('1', '2');
  await state.ask('admin', 'POST', '/v1/organizations/255903/sync', { body: { paused: true } });
  await deliver('2', '3');
  const about = expect.stringMatching(/^COPIES [0-9a-f]{24}$/);
  return { path: '/v1/organizations/255903/reconciliation', query: '', about };
};

const aFile = async (content = 'studentUniqueId\n1\n1\n') => {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const file = { organizationId: '255903', dataset: 'students', fileName: 'students.csv', format: 'CSV' };
  const made = await state.ask('ana', 'POST', '/v1/uploads', { body: { ...file, bytes: content.length, sha256 } });
  state.deliver(made.body.url, content);
  await state.ask('ana', 'POST', `/v1/uploads/${made.body.id}/complete`);
  const ports = { ...state.ports, ingester: duckDbIngester('SMALL', ingestInChild) };
  await ingestUpload(ports, uploadId(made.body.id));
  return { path: `/v1/uploads/${made.body.id}/errors`, query: '', about: `REFUSED_ROWS ${made.body.id}` };
};

const showing = [
  ['findings of a run', aRun, 'rita'],
  ['rows that two snapshots differ in', twoSnapshots, 'rita'],
  ['rows that two copies differ in', twoCopies, 'admin'],
  ['rows of a file that were refused', aFile, 'admin'],
] as const;

describe.each(showing)('%s', (_what, make, somebodyElse) => {
  test('are on record from the first time of a day that a person is shown them, whole', async () => {
    const { path, query, about } = await make();
    expect((await read('ana', path, query)).status).toBe(200);
    expect(state.data.disclosures).toEqual([
      {
        at: '2026-05-05T18:00:00.000Z',
        userId: 'ana',
        organizationId: '255903',
        purpose: 'ON_SCREEN',
        about,
        requestId: expect.stringMatching(/./),
      },
    ]);
    await read('ana', path, query);
    expect(state.data.disclosures).toHaveLength(1);
  });

  test('are on record for each person and each day in UTC', async () => {
    const { path, query } = await make();
    await read('ana', path, query);
    await read(somebodyElse, path, query);
    state.clock.advance(6 * 3600 - 1);
    await read('ana', path, query);
    state.clock.advance(1);
    await read('ana', path, query);
    expect(state.data.disclosures.map(({ at, userId }) => [at, userId])).toEqual([
      ['2026-05-05T18:00:00.000Z', 'ana'],
      ['2026-05-05T18:00:00.000Z', somebodyElse],
      ['2026-05-06T00:00:00.000Z', 'ana'],
    ]);
  });

  test('are shown to nobody while it cannot be recorded', async () => {
    const { path, query } = await make();
    const { recordShown } = state.ports.journal;
    state.ports.journal = { ...state.ports.journal, recordShown: () => Promise.reject(new Error('no table')) };
    const answer = await read('ana', path, query);
    expect([answer.status, Object.keys(answer.body)]).toEqual([500, expect.not.arrayContaining(['items', 'datasets'])]);
    state.ports.journal = { ...state.ports.journal, recordShown };
    expect((await read('ana', path, query)).status).toBe(200);
  });

  test('leave no record where they are refused', async () => {
    const { path, query } = await make();
    expect((await read('gus', path, query)).status).toBe(404);
    expect((await read('nobody', path, query)).status).toBe(403);
    expect((await read('ana', path, `${query}&never=heard`)).status).toBe(422);
    expect(state.data.disclosures).toEqual([]);
  });
});

describe('what holds no rows leaves no record', () => {
  test('counts of a run, and findings where there are none', async () => {
    const { path } = await aRun([]);
    expect((await read('ana', path)).body.total).toBe(0);
    await read('ana', path.replace('/findings', ''));
    expect(state.data.disclosures).toEqual([]);
  });

  test('a snapshot beside itself, copies that are the same, a file that was accepted', async () => {
    const { path } = await twoSnapshots();
    await read('ana', path, `against=${path.split('/')[3] ?? ''}`);
    await read('ana', '/v1/organizations/255903/reconciliation');
    expect((await read('ana', (await aFile('studentUniqueId\n1\n')).path)).body.file).toBeNull();
    expect(state.data.disclosures).toEqual([]);
  });
});
