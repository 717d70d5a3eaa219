import { beforeEach, describe, expect, test } from 'vitest';
import { tardinessBody as definition } from '../../../test/builders/tardiness-body.ts';
import { aSmallState, publishTardiness, type SmallState } from '../../../test/fakes/small-state.ts';

const base = '/v1/certification-events';

let state: SmallState;
beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
});

const created = async (): Promise<string> => (await state.ask('admin', 'POST', base, { body: definition })).body.id;
const published = () => publishTardiness(state);

describe('a certification event', () => {
  test('is made with its address and version, and found again as it was saved', async () => {
    const made = await state.ask('admin', 'POST', base, { body: definition });
    expect(made).toMatchObject({ status: 201, headers: { etag: '"1"', location: `${base}/${made.body.id}` } });
    const read = await state.ask('admin', 'GET', `${base}/${made.body.id}`);
    expect(read).toMatchObject({ status: 200, headers: { etag: '"1"' } });
    expect(read.body).toEqual(made.body);
    expect(read.body).toMatchObject({
      status: 'OPEN',
      number: 1,
      dataLinks: [{ name: 'Tardiness' }],
      participantCount: 0,
    });
  });

  test('is saved over only by whoever has seen its newest version', async () => {
    const id = await created();
    const put = (headers: Record<string, string>) =>
      state.ask('admin', 'PUT', `${base}/${id}`, { body: { ...definition, name: 'Renamed' }, headers });
    expect(await put({})).toMatchObject({ status: 428, body: { code: 'IF_MATCH_REQUIRED' } });
    expect(await put({ 'if-match': '"7"' })).toMatchObject({ status: 412, body: { code: 'IF_MATCH_STALE' } });
    expect(await put({ 'if-match': 'W/"1"' })).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: { name: 'Renamed' },
    });
  });

  test('is made once however often the same request comes', async () => {
    const asked = { body: definition, key: 'once' };
    const first = await state.ask('admin', 'POST', base, asked);
    expect(await state.ask('admin', 'POST', base, asked)).toEqual(first);
    const other = await state.ask('admin', 'POST', base, { body: { ...definition, name: 'Other' }, key: 'once' });
    expect(other).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    expect((await state.ask('admin', 'GET', base)).body.total).toBe(1);
  });

  test('is listed by name, status and year', async () => {
    await created();
    const names = async (query: string) =>
      (await state.ask('admin', 'GET', base, { query })).body.items.map((item: { name: string }) => item.name);
    expect(await names('name=tardi&status=OPEN&status=CLOSED&reportingYear=25-26')).toEqual(['Student Tardiness']);
    expect(await names('status=PUBLISHED')).toEqual([]);
    expect(await names('reportingYear=2025')).toEqual([]);
  });

  test('is deleted while nobody has seen it', async () => {
    const id = await created();
    expect((await state.ask('admin', 'DELETE', `${base}/${id}`, { headers: { 'if-match': '*' } })).status).toBe(204);
    expect((await state.ask('admin', 'GET', `${base}/${id}`)).status).toBe(404);
    expect((await state.ask('admin', 'GET', base)).body.items).toEqual([]);
  });

  test('is copied without its dates', async () => {
    const id = await created();
    const copy = await state.ask('admin', 'POST', `${base}/${id}/copy`);
    expect(copy).toMatchObject({
      status: 201,
      body: {
        name: 'Student Tardiness-COPY',
        startDate: null,
        status: 'OPEN',
        copiedFrom: id,
        dataLinks: [{ name: 'Tardiness' }],
      },
    });
  });

  test('is copied also while it is being published', async () => {
    const id = await created();
    await state.ask('admin', 'POST', `${base}/${id}/publish`, { body: {} });
    const copy = await state.ask('admin', 'POST', `${base}/${id}/copy`);
    expect(copy).toMatchObject({
      status: 201,
      body: { name: 'Student Tardiness-COPY', status: 'OPEN', copiedFrom: id },
    });
  });

  test('says before publishing what stands against it', async () => {
    const id = (await state.ask('admin', 'POST', base, { body: { name: 'Empty', reportingYear: 2026 } })).body.id;
    const preview = await state.ask('admin', 'GET', `${base}/${id}/publish-preview`);
    expect(preview.body.refusals).toContain('NO_PARTICIPANTS');
    expect(preview.body.refusals).toContain('DATES_MISSING');
    const refused = await state.ask('admin', 'POST', `${base}/${id}/publish`, { body: {} });
    expect(refused).toMatchObject({ status: 409, body: { code: 'NO_PARTICIPANTS' } });
  });

  test('names whom nobody can certify for, before it is published and after', async () => {
    const added = { id: '255909', number: '255909', name: 'Wide Plains', type: 'DISTRICT' };
    expect((await state.ask('admin', 'POST', '/v1/organizations', { body: added })).status).toBe(201);
    const body = { ...definition, participants: { all: true } };
    const { id } = (await state.ask('admin', 'POST', base, { body })).body;
    const warnings = [{ code: 'NO_CERTIFIER', organizationId: '255909', name: 'Wide Plains' }];
    expect((await state.ask('admin', 'GET', `${base}/${id}/publish-preview`)).body.warnings).toEqual(warnings);
    await state.ask('admin', 'POST', `${base}/${id}/publish`, { body: {} });
    await state.runFlows();
    expect((await state.ask('admin', 'GET', `${base}/${id}`)).body.warnings).toEqual(warnings);
  });

  test('is being published at once and published when the flow is through', async () => {
    const id = await created();
    const publish = () => state.ask('admin', 'POST', `${base}/${id}/publish`, { body: {} });
    const begun = await publish();
    expect(begun).toMatchObject({
      status: 202,
      headers: { location: `${base}/${id}`, 'retry-after': '1' },
      body: {
        status: 'PUBLISHING',
        publishing: { revision: 1, progress: { done: 0, total: 2 } },
        dataLinks: [{ name: 'Tardiness' }],
      },
    });
    expect(await publish()).toMatchObject({ status: 409, body: { code: 'PUBLISHING' } });
    expect((await state.ask('admin', 'GET', `${base}/${id}/publish-preview`)).body.refusals).toEqual(['PUBLISHING']);
    expect((await state.ask('admin', 'GET', `${base}/${id}/participants`)).body.items).toEqual([]);
    expect((await state.ask('ana', 'GET', `${base}/${id}`)).status).toBe(404);
    await state.runFlows();
    expect((await state.ask('admin', 'GET', `${base}/${id}`)).body).toMatchObject({
      status: 'PUBLISHED',
      revision: 1,
      participantCount: 2,
    });
  });

  test('keeps unpublished changes apart, and drops them on request', async () => {
    const id = await published();
    const changed = { ...definition, description: 'Now with a description' };
    const saved = await state.ask('admin', 'PUT', `${base}/${id}`, { body: changed, headers: { 'if-match': '*' } });
    expect(saved.body).toMatchObject({
      unpublishedChanges: true,
      description: null,
      draft: { description: 'Now with a description' },
    });
    const preview = await state.ask('admin', 'GET', `${base}/${id}/publish-preview`);
    expect(preview.body).toMatchObject({
      changes: [{ field: 'description' }],
      affected: { participants: 2, added: [], removed: [] },
      refusals: [],
    });
    const dropped = await state.ask('admin', 'POST', `${base}/${id}/discard-changes`);
    expect(dropped).toMatchObject({ status: 200, body: { unpublishedChanges: false, draft: null } });
  });

  test('is closed only with a comment and, before its end, a confirmation', async () => {
    const id = await published();
    const close = (body: unknown) => state.ask('admin', 'POST', `${base}/${id}/close`, { body });
    expect(await close({ comment: 'enough' })).toMatchObject({
      status: 409,
      body: { code: 'CONFIRMATION_REQUIRED', facts: { beforeEnd: true } },
    });
    expect(await close({ confirm: true })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/comment' }] } });
    expect(await close({ comment: 'enough', confirm: true })).toMatchObject({
      status: 200,
      body: { status: 'CLOSED', comment: 'enough' },
    });
    expect(await close({ comment: 'again', confirm: true })).toMatchObject({
      status: 409,
      body: { code: 'EVENT_CLOSED' },
    });
  });
});

describe('participants', () => {
  test('are listed with their people, sorted and cut into pages', async () => {
    const id = await published();
    const first = await state.ask('april', 'GET', `${base}/${id}/participants`, { query: 'limit=1&sort=-name' });
    expect(first.body).toMatchObject({
      total: 2,
      items: [
        { organizationId: '255901', status: 'IN_PROGRESS', certifiers: [{ userId: 'gus', userStatus: 'NOT_STARTED' }] },
      ],
    });
    const second = await state.ask('april', 'GET', `${base}/${id}/participants`, {
      query: `limit=1&sort=-name&cursor=${first.body.nextCursor}`,
    });
    expect(second.body).toMatchObject({ items: [{ organizationId: '255903' }], nextCursor: null });
    const foreign = await state.ask('stan', 'GET', `${base}/${id}/participants`, {
      query: `limit=1&sort=-name&cursor=${first.body.nextCursor}`,
    });
    expect(foreign).toMatchObject({ status: 400, body: { code: 'CURSOR_INVALID' } });
  });

  test('are decided about one by one', async () => {
    const id = await published();
    const body = { type: 'APPROVE', organizationIds: ['255903', '404404'], reason: 'paper', confirmNotCertified: true };
    const asked = { body, key: 'decide' };
    const decided = await state.ask('april', 'POST', `${base}/${id}/decisions`, asked);
    expect(decided).toMatchObject({
      status: 200,
      body: {
        results: [
          { organizationId: '255903', outcome: 'APPLIED', code: null },
          { organizationId: '404404', outcome: 'REFUSED', code: 'NOT_FOUND' },
        ],
      },
    });
    expect((await state.ask('april', 'POST', `${base}/${id}/decisions`, asked)).body).toEqual(decided.body);
    const other = { body: { ...body, organizationIds: ['255901'] }, key: 'decide' };
    expect(await state.ask('april', 'POST', `${base}/${id}/decisions`, other)).toMatchObject({
      status: 422,
      body: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
    expect(await state.ask('admin', 'POST', `${base}/${id}/decisions`, { body })).toMatchObject({ status: 403 });
    expect(await state.ask('ana', 'POST', `${base}/${id}/decisions`, { body })).toMatchObject({ status: 403 });
    expect((await state.ask('april', 'GET', `${base}/${id}/participants/255903`)).body.status).toBe('APPROVED');
  });

  test('that were refused are refused again to a repeat, whatever has become possible or impossible since', async () => {
    const id = await published();
    const decide = (type: string, key: string) =>
      state.ask('april', 'POST', `${base}/${id}/decisions`, {
        body: { type, organizationIds: ['255903'], reason: 'paper', confirmNotCertified: true },
        key,
      });
    const refused = await decide('UNAPPROVE', 'too-early');
    expect(refused).toMatchObject({
      status: 200,
      body: { results: [{ organizationId: '255903', outcome: 'REFUSED', code: 'WRONG_STATUS' }] },
    });
    expect((await decide('APPROVE', 'then')).body.results).toMatchObject([{ outcome: 'APPLIED' }]);
    expect((await decide('UNAPPROVE', 'too-early')).body).toEqual(refused.body);
    expect((await state.ask('april', 'GET', `${base}/${id}/participants/255903`)).body.status).toBe('APPROVED');
    await state.ask('admin', 'POST', `${base}/${id}/close`, { body: { comment: 'over', confirm: true } });
    expect(await decide('UNAPPROVE', 'too-early')).toMatchObject({ status: 200, body: refused.body });
    expect(await decide('UNAPPROVE', 'too-late')).toMatchObject({ status: 409, body: { code: 'EVENT_CLOSED' } });
  });

  test('tell who counts as a certifier and lacks the rights to submit', async () => {
    const id = await published();
    const flagsOf = async () => {
      const { body } = await state.ask('april', 'GET', `${base}/${id}/participants/255903`);
      return body.certifiers.map(({ userId, flags }: { userId: string; flags: string[] }) => [userId, flags]);
    };
    const before: [string, string[]][] = await flagsOf();
    expect(before.every(([, flags]) => flags.length === 0)).toBe(true);
    const headers = { 'if-match': '*' };
    const rights = { body: { rights: { CERTIFICATION_EVENT: 'R' } }, headers };
    expect((await state.ask('admin', 'PUT', '/v1/users/ana/rights', rights)).status).toBe(200);
    expect(await flagsOf()).toEqual(before.map(([userId]) => [userId, userId === 'ana' ? ['CANNOT_SUBMIT'] : []]));
    expect(before.map(([userId]) => userId)).toContain('ana');
  });

  test('of a closed certification event are not decided about any more', async () => {
    const id = await published();
    await state.ask('admin', 'POST', `${base}/${id}/close`, { body: { comment: 'over', confirm: true } });
    const body = { type: 'APPROVE', organizationIds: ['255903'], reason: 'late', confirmNotCertified: true };
    expect(await state.ask('april', 'POST', `${base}/${id}/decisions`, { body })).toMatchObject({
      status: 409,
      body: { code: 'EVENT_CLOSED' },
    });
  });

  test('get a later due date, for one certifier or all, and lose it again', async () => {
    const id = await published();
    const path = `${base}/${id}/participants/255903/due-date-overrides`;
    const headers = { 'if-match': '*' };
    const body = { dueDate: '2026-06-01', reason: 'flood' };
    const moved = await state.ask('stan', 'PUT', `${path}/ALL`, { body, headers });
    expect(moved).toMatchObject({
      status: 200,
      body: {
        deadlineOverride: '2026-06-01',
        certifiers: [{ dueDate: '2026-06-01', dueDateOverride: null }, { dueDate: '2026-06-01' }],
      },
    });
    const alone = { body: { ...body, dueDate: '2026-06-03' }, headers };
    expect((await state.ask('stan', 'PUT', `${path}/ana`, alone)).body.certifiers).toContainEqual(
      expect.objectContaining({ userId: 'ana', dueDate: '2026-06-03', dueDateOverride: '2026-06-03' }),
    );
    expect((await state.ask('stan', 'DELETE', `${path}/ALL`, { headers })).status).toBe(204);
    expect((await state.ask('stan', 'PUT', `${path}/ana`, { body, headers: { 'if-match': '"99"' } })).status).toBe(412);
    const early = await state.ask('stan', 'PUT', `${path}/ana`, { body: { ...body, dueDate: '2026-05-10' }, headers });
    expect(early).toMatchObject({ status: 422, body: { errors: [{ pointer: '/dueDate' }] } });
  });

  test('get their snapshots taken by the state, named or all that have none', async () => {
    const id = await published();
    const take = (body: unknown) => state.ask('april', 'POST', `${base}/${id}/snapshots`, { body });
    expect(await take({ organizationIds: ['255903', '1'] })).toMatchObject({
      status: 202,
      body: { execution: null, organizationIds: ['255903'], results: [{ outcome: 'APPLIED' }, { code: 'NOT_FOUND' }] },
    });
    expect(await take({ organizationIds: ['1'] })).toMatchObject({ status: 404 });
    const all = await take({});
    expect(all.body).toMatchObject({ organizationIds: null });
    expect(state.started('snapshot').map(({ input }) => input)).toContainEqual(
      expect.objectContaining({ organizationIds: null, trigger: 'CLEANUP' }),
    );
    const listed = await state.ask('april', 'GET', `${base}/${id}/snapshots`);
    expect(listed.body).toMatchObject({
      snapshots: [{ organizationId: '255903', trigger: 'STATE_MANUAL', status: 'QUEUED' }],
      schedules: [{ kind: 'CLEANUP', status: 'SCHEDULED' }],
    });
  });

  test('and their certification event leave one chained trail, page after page', async () => {
    const id = await published();
    const seen: { entity: string; previousHash: string; hash: string }[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? 'limit=2' : `limit=2&cursor=${encodeURIComponent(cursor)}`;
      const page = await state.ask('april', 'GET', `${base}/${id}/audit`, { query });
      seen.push(...page.body.items);
      cursor = page.body.nextCursor;
    }
    const heads = seen.filter(({ entity }) => entity === 'certificationEvent');
    expect(heads).toHaveLength(3);
    heads.slice(1).forEach((entry, index) => expect(entry.previousHash).toBe(heads[index]?.hash));
  });

  test('and the trail is searched by who, what and day, page after page', async () => {
    const id = await published();
    const trail = async (query: string) => (await state.ask('april', 'GET', `${base}/${id}/audit`, { query })).body;
    const all = await trail('limit=200');
    const commands = (page: { items: { command: string }[] }): string[] => page.items.map(({ command }) => command);
    const creations = commands(all).filter((command) => /create/i.test(command));
    expect(creations.length).toBeGreaterThan(0);
    expect(commands(await trail('limit=200&command=CREATE'))).toEqual(creations);
    const { userId } = all.items[0].actor;
    const his = all.items.filter(({ actor }: { actor: { userId: string } }) => actor.userId.includes(userId));
    expect((await trail(`limit=200&actor=${userId}`)).items).toEqual(his);
    const day = all.items[0].at.slice(0, 10);
    expect((await trail(`limit=200&before=2001-01-01`)).items).toEqual([]);
    expect((await trail(`limit=200&after=2001-01-01&before=2100-01-01`)).items).toEqual(all.items);
    expect((await trail(`limit=200&after=${day}`)).items.length).toBeGreaterThan(0);
    // One at a time, and over entries that do not fit, the pages are the same trail.
    const seen: string[] = [];
    let cursor: string | null = '';
    for (let reads = 0; cursor !== null && reads < 50; reads += 1) {
      const mark: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page = await trail(`limit=1&command=create${mark}`);
      seen.push(...commands(page));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(creations);
  });
});
