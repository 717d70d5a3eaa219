import { beforeEach, describe, expect, test } from 'vitest';
import { deliverRows } from '../../../test/fakes/deliver-rows.ts';
import { aSmallState, publishTardiness, type SmallState } from '../../../test/fakes/small-state.ts';
import { certifies } from '../../../test/fakes/whole-year.ts';
import { sealChains } from '../audit/seal-chains.ts';
import { publishDatamart } from '../datamart/publish.ts';
import { evidenceFiles } from '../evidence/files.ts';
import { gatherEvidence } from '../evidence/gather.ts';
import { certificationEventId, organizationId } from '../../kernel/ids.ts';
import { applyRetention } from './apply-retention.ts';

const years = 7;
const yearSeconds = 366 * 24 * 3_600;
const found = [{ ruleCode: 'TAR-1', severity: 'WARNING' as const, row: { student: 'Maria Lopez' } }];
const text = 'Maria Lopez is still missing.';

let state: SmallState;
let id: string;
let event: string;
let paths: { readonly report: string; readonly findings: string; readonly snapshot: string };

const post = (user: string, path: string, body: object = {}) => state.ask(user, 'POST', path, { body });
const shown = async () => (await state.ask('admin', 'GET', event)).body;
const round = () => applyRetention(state.ports, years);
const keys = () => [...state.stored.keys()];
const ofChildren = () =>
  keys().filter((key) => /^(data\/snapshots|data\/datamart|reports\/(runs|snapshots))\//.test(key));
const longAfter = () => state.clock.advance(years * yearSeconds + 2 * 24 * 3_600);

/** Certified by Bear Creek with findings and a message of the state that names a student, and closed. */
beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
  id = await publishTardiness(state);
  event = `/v1/certification-events/${id}`;
  await deliverRows(state, '255903', 'students', [{ studentUniqueId: 'one' }]);
  await certifies(state, 'ana', id, '255903', found);
  await post('admin', `${event}/messages`, { subject: 'Hurry', body: text });
  const certification = (await state.ask('ana', 'GET', `/v1/certifications/${id}/255903`)).body;
  const run = `/v1/runs/${certification.steps[0].run.id}`;
  paths = {
    report: `${run}/report`,
    findings: `${run}/findings`,
    snapshot: `/v1/snapshots/${certification.snapshot.id}`,
  };
  expect((await state.ask('ana', 'GET', `${paths.snapshot}/report`)).status).toBe(200);
  await publishDatamart(state.ports, certificationEventId(id));
  expect((await post('admin', `${event}/close`, { comment: 'Over.', confirm: true })).status).toBe(200);
  await sealChains(state.ports, certificationEventId(id), 'CLOSED');
});

describe('The daily round of the retention rule', () => {
  test('deletes rows, reports and free texts, and is finished when it finds nothing any more', async () => {
    const lanes = keys().filter((key) => key.includes('/lanes/'));
    const count = ofChildren().length;
    expect((await shown()).keptUntil).toBe('2033-05-05');
    expect(count).toBeGreaterThan(5);
    state.clock.advance(years * 365 * 24 * 3_600);
    expect(await round()).toEqual({ begun: 0, finished: 0, deleted: 0 });
    expect(ofChildren()).toHaveLength(count);
    longAfter();
    expect(await round()).toEqual({ begun: 1, finished: 0, deleted: count + 1 });
    expect(ofChildren()).toEqual([]);
    expect(await shown()).toMatchObject({
      status: 'CLOSED',
      keptUntil: null,
      deletion: { retentionYears: years, finishedAt: null },
    });
    expect(await round()).toEqual({ begun: 0, finished: 1, deleted: 0 });
    expect((await shown()).deletion.finishedAt).not.toBeNull();
    expect(await round()).toEqual({ begun: 0, finished: 0, deleted: 0 });
    expect(keys().filter((key) => key.includes('/lanes/'))).toEqual(lanes);
    expect(keys().some((key) => key.startsWith('data/seals/'))).toBe(true);
    const { pins } = await state.ports.store.versionsOf(organizationId('255903'));
    expect(pins.map(({ versions }) => versions)).toEqual([{}]);
  });

  test('answers from then on what was deleted and when, and not that it never was', async () => {
    longAfter();
    await round();
    const { begunAt } = (await shown()).deletion;
    const gone = { status: 410, body: { code: 'DATA_DELETED', facts: { deletedAt: begunAt } } };
    for (const path of [paths.report, paths.findings, `${paths.snapshot}/report`])
      expect(await state.ask('ana', 'GET', path)).toMatchObject(gone);
    expect(await state.ask('ana', 'GET', `${paths.snapshot}/verify`)).toMatchObject(gone);
    expect(await state.ask('admin', 'GET', `${event}/datamart`)).toMatchObject(gone);
    // To strangers it is as absent as it was.
    expect((await state.ask('gus', 'GET', paths.report)).status).toBe(404);
  });

  test('leaves who certified what, when and over which hashes, and a trail that holds', async () => {
    const before = (await state.ask('ana', 'GET', `/v1/certifications/${id}/255903`)).body;
    longAfter();
    await round();
    await round();
    const after = (await state.ask('ana', 'GET', `/v1/certifications/${id}/255903`)).body;
    expect(after.tasks).toEqual(before.tasks);
    expect(after.snapshot).toEqual(before.snapshot);
    const [message] = (await state.ask('admin', 'GET', `${event}/messages`)).body.items;
    expect(message).toMatchObject({ subject: 'Hurry', body: '' });
    const trail = (await state.ask('admin', 'GET', `${event}/audit`, { query: 'limit=200' })).body.items;
    const commands = trail.map(({ command }: { command: string }) => command);
    expect(commands).toEqual(expect.arrayContaining(['beginDeletion', 'forgetMessage', 'finishDeletion']));
    const key = { certificationEventId: certificationEventId(id), organizationId: organizationId('255903') };
    const evidence = await gatherEvidence(state.ports.store, key);
    const about = { exportedAt: '2033-06-01', exportedBy: 'april', purpose: 'audit' };
    const { files } = await evidenceFiles(state.ports.objects, key, evidence, about);
    const index = files.find(({ path }) => path === 'index.json');
    expect(index && 'text' in index ? JSON.parse(index.text).gone.length : 0).toBeGreaterThan(0);
  });

  test('goes on where it was ended', async () => {
    longAfter();
    const { remove } = state.ports.objects;
    let left = 3;
    const dying = async (...object: Parameters<typeof remove>): Promise<void> => {
      left -= 1;
      if (left < 0) throw new Error('ended here');
      await remove(...object);
    };
    const objects = { ...state.ports.objects, remove: dying };
    await expect(applyRetention({ ...state.ports, objects }, years)).rejects.toThrow('ended here');
    expect(ofChildren()).not.toEqual([]);
    expect((await state.ask('ana', 'GET', paths.report)).status).toBe(410);
    expect(await round()).toMatchObject({ begun: 0, finished: 0 });
    expect(ofChildren()).toEqual([]);
    expect(await round()).toEqual({ begun: 0, finished: 1, deleted: 0 });
  });
});

describe('A legal hold', () => {
  const hold = (path = '') => post('admin', `${event}/legal-hold${path}`, { reason: 'Doe v. State' });

  test('keeps everything as long as it stands; it takes the right to end a certification event, and a reason', async () => {
    expect((await post('ana', `${event}/legal-hold`, { reason: 'x' })).status).toBe(403);
    expect(await post('admin', `${event}/legal-hold`, { reason: ' ' })).toMatchObject({ status: 422 });
    expect(await hold()).toMatchObject({
      status: 200,
      body: { legalHold: { reason: 'Doe v. State', placedBy: 'admin' }, deletion: null },
    });
    longAfter();
    expect(await round()).toEqual({ begun: 0, finished: 0, deleted: 0 });
    expect((await state.ask('ana', 'GET', paths.report)).status).toBe(200);
    expect(await hold('/release')).toMatchObject({ status: 200, body: { legalHold: null } });
    const trail = (await state.ask('admin', 'GET', `${event}/audit`, { query: 'limit=200' })).body.items;
    for (const command of ['placeLegalHold', 'releaseLegalHold'])
      expect(trail).toContainEqual(expect.objectContaining({ command, reason: 'Doe v. State' }));
    expect(await round()).toMatchObject({ begun: 1 });
    expect(await hold()).toMatchObject({ status: 410, body: { code: 'DATA_DELETED' } });
  });

  test('that comes while the round has begun reading is kept', async () => {
    longAfter();
    const { certificationEvents } = state.ports.store;
    const store = {
      ...state.ports.store,
      certificationEvents: async () => {
        const read = await certificationEvents();
        await hold();
        return read;
      },
    };
    expect(await applyRetention({ ...state.ports, store }, years)).toEqual({ begun: 0, finished: 0, deleted: 0 });
    expect((await state.ask('ana', 'GET', paths.report)).status).toBe(200);
  });
});
