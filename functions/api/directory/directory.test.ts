import { beforeEach, describe, expect, test } from 'vitest';
import type { Alert } from '../../../shared/domain/messaging/alert.ts';
import { alertId, certificationEventId, organizationId, userId } from '../../../shared/kernel/ids.ts';
import { moment } from '../../../test/builders/time.ts';
import { aSmallState, publishTardiness, type SmallState } from '../../../test/fakes/small-state.ts';

let state: SmallState;
beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
});

const post = (id: string, changes: Partial<Alert> = {}) =>
  state.ports.journal.postAlert(
    {
      id: alertId(id),
      userId: userId('ana'),
      kind: 'CERTIFICATION_EVENT_PUBLISHED',
      process: 'Data Certification',
      name: 'The State of Montana published a Data Certification Event: Student Tardiness',
      facts: { state: 'Montana', name: 'Student Tardiness' },
      text: null,
      required: false,
      postedAt: moment('2026-05-01'),
      dueDate: null,
      link: '/certifications',
      certificationEventId: null,
      organizationId: null,
      digestOn: null,
      readAt: null,
      dismissedAt: null,
      ...changes,
    },
    null,
  );

describe('who and where', () => {
  test('a person is told who he is and what he may', async () => {
    await post('alr_1');
    expect(await state.ask('ana', 'GET', '/v1/me')).toMatchObject({
      status: 200,
      body: {
        userId: 'ana',
        side: 'LOCAL',
        organization: { id: '255903', name: 'Bear Creek' },
        rights: { CERTIFICATION_EVENT: 'RWAD' },
        memberships: [{ categoryId: 'cat_attendance', role: 'CERTIFIER' }],
        unreadAlerts: 1,
        permittedCommands: expect.arrayContaining(['listCertifications', 'getDataStatus']),
      },
    });
  });

  test('the settings name the zone that dates are read in', async () => {
    const settings = await state.ask('ana', 'GET', '/v1/settings');
    expect(settings).toMatchObject({
      headers: { etag: '"1"' },
      body: { timeZone: 'America/Denver', now: '2026-05-05T18:00:00.000Z' },
    });
  });

  test('districts see their own tree, the state sees all', async () => {
    const names = async (user: string, query = '') =>
      (await state.ask(user, 'GET', '/v1/organizations', { query })).body.items.map(
        (one: { name: string }) => one.name,
      );
    expect(await names('ana')).toEqual(['Bear Creek']);
    expect(await names('admin')).toEqual(['Bear Creek', 'Grand Bend', 'Montana']);
    expect(await names('admin', 'type=DISTRICT&name=25590&parentOrganizationId=MT')).toEqual([
      'Bear Creek',
      'Grand Bend',
    ]);
    expect((await state.ask('ana', 'GET', '/v1/organizations/255901')).status).toBe(404);
    expect((await state.ask('ana', 'GET', '/v1/organizations/255903')).body.number).toBe('255903');
  });

  test('categories are shown by right', async () => {
    const list = await state.ask('admin', 'GET', '/v1/categories', { query: 'active=true&level=DISTRICT&name=attend' });
    expect(list.body.items).toMatchObject([{ id: 'cat_attendance', published: true }]);
    expect((await state.ask('ana', 'GET', '/v1/categories')).status).toBe(403);
    expect((await state.ask('admin', 'GET', '/v1/categories/cat_none')).status).toBe(404);
  });
});

describe('the Message Center', () => {
  test('lists the newest first, by process, name and time', async () => {
    await post('alr_1');
    await post('alr_2', {
      postedAt: moment('2026-05-03T05:00:00Z'),
      process: 'Batch Report Complete',
      name: 'The report is complete',
    });
    const ids = async (query: string) =>
      (await state.ask('ana', 'GET', '/v1/alerts', { query })).body.items.map((one: { id: string }) => one.id);
    expect(await ids('')).toEqual(['alr_2', 'alr_1']);
    expect(await ids('process=Data Certification')).toEqual(['alr_1']);
    expect(await ids('name=report')).toEqual(['alr_2']);
    expect(await ids('postedAfter=2026-05-02T00:00:00Z&postedBefore=2026-05-04T00:00:00Z')).toEqual(['alr_2']);
    // Five in the morning in UTC is the evening of the day before in Denver.
    expect(await ids('postedAfter=2026-05-02&postedBefore=2026-05-02')).toEqual(['alr_2']);
    expect(await ids('postedAfter=2026-05-03')).toEqual([]);
    expect(await ids('postedBefore=2026-05-01')).toEqual(['alr_1']);
    expect((await state.ask('ana', 'GET', '/v1/alerts', { query: 'postedAfter=2026-02-30' })).status).toBe(422);
    expect((await state.ask('gus', 'GET', '/v1/alerts')).body.items).toEqual([]);
  });

  test('marks as read, for the owner only', async () => {
    await post('alr_1');
    expect(await state.ask('ana', 'POST', '/v1/alerts/alr_1/read')).toMatchObject({
      status: 200,
      body: { readAt: '2026-05-05T18:00:00.000Z' },
    });
    expect((await state.ask('gus', 'POST', '/v1/alerts/alr_1/read')).status).toBe(404);
    expect((await state.ask('ana', 'GET', '/v1/me')).body.unreadAlerts).toBe(0);
  });

  test('keeps a required one until its task is done, and then nothing of the request is done', async () => {
    const id = await publishTardiness(state);
    const about = { certificationEventId: certificationEventId(id), organizationId: organizationId('255903') };
    await post('alr_1', { required: true, postedAt: state.clock.now(), ...about });
    await post('alr_2');
    const dismiss = (ids: readonly string[]) => state.ask('ana', 'POST', '/v1/alerts/dismiss', { body: { ids } });
    expect(await dismiss(['alr_2', 'alr_1'])).toMatchObject({
      status: 409,
      body: { code: 'ALERT_REQUIRED', facts: { ids: ['alr_1'] } },
    });
    expect(await dismiss(['alr_2', 'alr_9'])).toMatchObject({ status: 422, body: { errors: [{ pointer: '/ids/1' }] } });
    expect((await state.ask('ana', 'GET', '/v1/alerts')).body.items).toHaveLength(2);
    expect(await dismiss(['alr_2'])).toMatchObject({ status: 200, body: { dismissed: ['alr_2'] } });
    await state.ask('admin', 'POST', `/v1/certification-events/${id}/close`, {
      body: { comment: 'over', confirm: true },
    });
    expect((await dismiss(['alr_1'])).status).toBe(200);
    expect((await state.ask('ana', 'GET', '/v1/alerts')).body.items).toEqual([]);
  });
});

describe('the rest', () => {
  test('the contract is open to everybody', async () => {
    const document = await state.ask('nobody', 'GET', '/v1/openapi.json');
    expect(document).toMatchObject({ status: 200, body: { openapi: '3.1.0' } });
    expect(Object.keys(document.body.paths)).toContain('/v1/certification-events/{id}/publish');
  });

  test.each([
    ['GET', '/v1/nothing', 404, undefined],
    ['GET', '/v1/me/', 404, undefined],
    ['GET', '/', 404, undefined],
    ['DELETE', '/v1/me', 405, 'GET'],
    ['PATCH', '/v1/certification-events/evt_1', 405, 'DELETE, GET, PUT'],
  ])('%s %s is no route', async (method, path, status, allow) => {
    const answer = await state.ask('ana', method, path, { key: 'k' });
    expect(answer.status).toBe(status);
    expect(answer.headers['allow']).toBe(allow);
    expect(answer.headers['content-type']).toBe('application/problem+json');
  });
});
