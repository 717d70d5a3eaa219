import { beforeEach, describe, expect, test } from 'vitest';
import { aSmallState, publishTardiness, type SmallState } from '../../../test/fakes/small-state.ts';

let state: SmallState;
let id: string;
let path: string;

beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
  id = await publishTardiness(state);
  path = `/v1/certifications/${id}/255903`;
});

describe('the worklist', () => {
  test('shows a certifier his own district, what to do and until when', async () => {
    const list = await state.ask('ana', 'GET', '/v1/certifications');
    expect(list).toMatchObject({
      status: 200,
      body: {
        total: 1,
        items: [
          {
            eventId: id,
            organizationId: '255903',
            eventName: 'Student Tardiness',
            schoolName: null,
            userStatus: 'NOT_STARTED',
            userStatusLabel: 'Open',
            eventStatusLabel: 'In Progress',
            dueDate: '2026-05-18',
            reportingYearLabel: '25-26',
            action: 'START_CERTIFICATION',
          },
        ],
      },
    });
    expect((await state.ask('gus', 'GET', '/v1/certifications')).body.items).toMatchObject([
      { organizationId: '255901' },
    ]);
    expect(await state.ask('admin', 'GET', '/v1/certifications')).toMatchObject({ status: 403 });
  });

  test.each([
    ['eventName=tardi', 1],
    ['eventName=nothing', 0],
    ['schoolName=x', 0],
    ['userStatus=NOT_STARTED&userStatus=COMPLETE', 1],
    ['eventStatus=SENT', 0],
    ['dueAfter=2026-05-18&dueBefore=2026-05-18', 1],
    ['dueAfter=2026-05-19', 0],
    ['year=25-26&active=true', 1],
    ['active=false', 0],
    ['archived=true', 0],
  ])('filtered by %s holds %i', async (query, count) => {
    expect((await state.ask('ana', 'GET', '/v1/certifications', { query })).body.total).toBe(count);
  });

  test('holds closed ones only in the archive', async () => {
    await state.ask('admin', 'POST', `/v1/certification-events/${id}/close`, {
      body: { comment: 'over', confirm: true },
    });
    expect((await state.ask('ana', 'GET', '/v1/certifications')).body.items).toEqual([]);
    const archive = await state.ask('ana', 'GET', '/v1/certifications', { query: 'archived=true' });
    expect(archive.body.items).toMatchObject([{ eventId: id, action: 'VIEW', permittedCommands: [] }]);
  });
});

describe('one certification', () => {
  test('is a wizard of four steps for its own people and absent for everybody else', async () => {
    const wizard = await state.ask('ana', 'GET', path);
    expect(wizard).toMatchObject({
      status: 200,
      body: { role: 'CERTIFIER', organizationName: 'Bear Creek', newerData: false },
    });
    expect(wizard.headers['etag']).toMatch(/^"\d+"$/);
    expect(wizard.body.steps.map(({ title }: { title: string }) => title)).toEqual([
      'Validate Data in District Database',
      'Validate Data in State Database',
      'State Data Snapshot',
      'Certify and Submit to State',
    ]);
    expect(await state.ask('gus', 'GET', path)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  });

  test('goes from start to submission, its history tells so, and its snapshot can be verified', async () => {
    const ask = (method: string, rest: string, body?: unknown) => state.ask('ana', method, `${path}${rest}`, { body });
    expect(await ask('POST', '/start')).toMatchObject({ status: 200, body: { userStatus: 'INCOMPLETE' } });
    await state.takeSnapshots();
    for (const step of ['district-validation', 'state-validation', 'snapshot-validation']) {
      const run = await ask('POST', `/steps/${step}/runs`, {});
      expect(run).toMatchObject({ status: 202, headers: { location: `/v1/runs/${run.body.id}` } });
      expect(await ask('POST', `/steps/${step}/complete`, {})).toMatchObject({
        status: 409,
        body: { code: 'RUN_NOT_FINISHED' },
      });
      await state.validate(run.body.id);
      expect(await ask('POST', `/steps/${step}/complete`, {})).toMatchObject({
        status: 409,
        body: { code: 'REPORT_NOT_VIEWED' },
      });
      expect((await state.ask('ana', 'GET', `/v1/runs/${run.body.id}/report`)).status).toBe(200);
      expect(await ask('POST', `/steps/${step}/complete`, {})).toMatchObject({ status: 200 });
    }
    const attestation = { name: 'Ana Test', accepted: true };
    expect(await ask('POST', '/submit', { attestation })).toMatchObject({ status: 200, body: { eventStatus: 'SENT' } });

    const { snapshot } = (await ask('GET', '')).body;
    expect(snapshot).toMatchObject({ status: 'COMPLETED', state: 'LOCKED' });
    const read = await state.ask('ana', 'GET', `/v1/snapshots/${snapshot.id}`);
    expect(read).toMatchObject({ status: 200, body: { trigger: 'CERT_START', warnings: ['NO_DATA'], round: 1 } });
    const verified = await state.ask('april', 'GET', `/v1/snapshots/${snapshot.id}/verify`);
    expect(verified).toMatchObject({ status: 200, body: { ok: true, checked: 1, differing: [] } });
    expect((await state.ask('gus', 'GET', `/v1/snapshots/${snapshot.id}`)).status).toBe(404);
    expect((await state.ask('admin', 'GET', `/v1/snapshots/${snapshot.id}`)).status).toBe(403);

    const history = (await ask('GET', '/history')).body.items.map(({ what }: { what: string }) => what);
    expect(history).toEqual(
      expect.arrayContaining(['startCertification', 'runStep', 'completeStep', 'submitCertification']),
    );
    expect(history.indexOf('startCertification')).toBeLessThan(history.indexOf('submitCertification'));
  });

  test('has a report queue, newest first, filtered by days of the agency', async () => {
    const first = await state.ask('ana', 'POST', `${path}/steps/district-validation/runs`, { body: {} });
    await state.validate(first.body.id);
    state.clock.advance(36 * 3600);
    const second = await state.ask('rita', 'POST', `${path}/steps/state-validation/runs`, { body: {} });
    const queue = async (query: string) =>
      (await state.ask('ana', 'GET', `${path}/runs`, { query })).body.items.map((run: { id: string }) => run.id);
    expect(await queue('')).toEqual([second.body.id, first.body.id]);
    // Noon of 5 May in Denver; the day counts in full on both sides.
    expect(await queue('queuedAfter=2026-05-05&queuedBefore=2026-05-05')).toEqual([first.body.id]);
    expect(await queue('queuedAfter=2026-05-06')).toEqual([second.body.id]);
    expect(await queue('queuedBefore=2026-05-04')).toEqual([]);
    expect(await queue('queuedAfter=2026-05-05T18:00:00Z&queuedBefore=2026-05-05T18:00:00Z')).toEqual([first.body.id]);
    expect(await queue('queuedAfter=2026-05-05T18:00:00.001Z')).toEqual([second.body.id]);
  });
});
