import { beforeEach, describe, expect, test } from 'vitest';
import type { CannedFinding } from '../../../test/fakes/canned-engine.ts';
import { aSmallState, publishTardiness, type SmallState } from '../../../test/fakes/small-state.ts';

let state: SmallState;
let steps: string;

beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
  steps = `/v1/certifications/${await publishTardiness(state)}/255903/steps`;
});

const queued = async () =>
  (await state.ask('ana', 'POST', `${steps}/district-validation/runs`, { body: { format: 'html' } })).body.id;

const found = (count: number): readonly CannedFinding[] =>
  Array.from({ length: count }, (_, place) => ({
    ruleCode: place < 3 ? 'STU-1' : 'TAR-1',
    severity: place < 3 ? 'FATAL' : 'WARNING',
    row: { studentUniqueId: `s${place}`, days: place },
  }));

describe('the library', () => {
  test('shows rules and groups to whoever has the right, and nobody else', async () => {
    const rules = await state.ask('admin', 'GET', '/v1/rules', { query: 'name=tardi' });
    expect(rules.body).toMatchObject({ total: 1, items: [{ code: 'TAR-1', version: 1, status: 'ACTIVE' }] });
    const rule = await state.ask('admin', 'GET', `/v1/rules/${rules.body.items[0].id}`);
    expect(rule).toMatchObject({ status: 200, headers: { etag: '"1"' }, body: { sql: 'select 1' } });
    const groups = await state.ask('april', 'GET', '/v1/validation-groups', { query: 'active=true&level=DISTRICT' });
    expect(groups.body.items).toMatchObject([{ name: 'Tardiness', rules: [{ version: null }] }]);
    expect((await state.ask('nobody', 'GET', '/v1/rules')).status).toBe(403);
    expect((await state.ask('admin', 'GET', '/v1/rules/rul_none')).status).toBe(404);
  });
});

describe('a run', () => {
  test('waits in the queue where its people, and the state, see it', async () => {
    const id = await queued();
    const run = await state.ask('ana', 'GET', `/v1/runs/${id}`);
    expect(run).toMatchObject({
      status: 200,
      headers: { 'retry-after': '1' },
      body: { status: 'QUEUED', queuePosition: 1 },
    });
    const inQueue = async (user: string) =>
      (await state.ask(user, 'GET', '/v1/runs', { query: 'status=QUEUED' })).body.total;
    expect([await inQueue('ana'), await inQueue('gus'), await inQueue('admin')]).toEqual([1, 0, 1]);
    expect((await state.ask('gus', 'GET', `/v1/runs/${id}`)).status).toBe(404);
    expect((await state.ask('stan', 'GET', `/v1/runs/${id}`)).status).toBe(200);
    expect((await state.ask('admin', 'GET', `/v1/runs/${id}`)).status).toBe(403);
  });

  test('shows what it found page by page once it is finished', async () => {
    const id = await queued();
    const findings = (query: string) => state.ask('ana', 'GET', `/v1/runs/${id}/findings`, { query });
    expect(await findings('')).toMatchObject({ status: 409, body: { code: 'RUN_NOT_FINISHED' } });
    await state.validate(id, found(7));
    expect((await state.ask('ana', 'GET', `/v1/runs/${id}`)).body).toMatchObject({
      status: 'COMPLETED',
      viewed: false,
    });
    const first = (await findings('limit=5')).body;
    expect(first).toMatchObject({ total: 7, columns: { 'STU-1': ['studentUniqueId', 'days'] } });
    const rest = (await findings(`limit=5&cursor=${encodeURIComponent(first.nextCursor)}`)).body;
    const ids = [...first.items, ...rest.items].map(({ row }) => row.studentUniqueId);
    expect(ids).toEqual(['s0', 's1', 's2', 's3', 's4', 's5', 's6']);
    expect(rest.nextCursor).toBeNull();
    expect((await findings('severity=FATAL')).body.total).toBe(3);
    expect((await findings('ruleCode=TAR-1&severity=FATAL')).body.items).toEqual([]);
    expect((await findings(`severity=FATAL&cursor=${encodeURIComponent(first.nextCursor)}`)).body.code).toBe(
      'CURSOR_INVALID',
    );
  });

  test('tells the causes of what a rule found, and hands out the rows of one of them, which is no viewing', async () => {
    const id = await queued();
    const causes = ['Moved', 'Moved', '=cmd|x', ''];
    const rows = causes.map((cause, place) => ({ studentUniqueId: `s${place}`, cause }));
    const plain = found(4).slice(3);
    await state.validate(id, [
      ...rows.map((row) => ({ ruleCode: 'STU-1', severity: 'FATAL', row }) as const),
      ...plain,
    ]);
    const ask = (what: string, query: string) => state.ask('ana', 'GET', `/v1/runs/${id}/${what}`, { query });
    const all = (await ask('findings', 'ruleCode=STU-1')).body;
    expect(all.causes).toEqual({
      'STU-1': [
        { cause: 'Moved', count: 2 },
        { cause: '', count: 1 },
        { cause: '=cmd|x', count: 1 },
      ],
    });
    expect((await ask('findings', 'ruleCode=TAR-1')).body).toMatchObject({ total: 1, causes: {} });
    const moved = (await ask('findings', 'ruleCode=STU-1&cause=Moved&limit=1')).body;
    expect(moved).toMatchObject({ total: 2, items: [{ row: { studentUniqueId: 's0' } }] });
    expect((await ask('findings', 'ruleCode=STU-1&cause=')).body).toMatchObject({ total: 1 });
    expect(await ask('findings', 'cause=Moved')).toMatchObject({ status: 422 });

    const wanted = `format=csv&ruleCode=STU-1&cause=${encodeURIComponent('=cmd|x')}`;
    const link = new URL((await ask('report', wanted)).body.url);
    expect(link.searchParams.get('as')).toBe('Student Tardiness DC 1.0.1 STU-1.csv');
    const file = state.stored.get(`${link.host}${link.pathname}`);
    expect(String(file).split('\r\n').slice(1)).toEqual([`STU-1,Fatal,Rule STU-1,s2,"'=cmd|x"`, '']);
    expect(state.data.disclosures.at(-1)).toMatchObject({
      userId: 'ana',
      organizationId: '255903',
      purpose: 'FINDINGS',
    });
    expect((await state.ask('ana', 'GET', `/v1/runs/${id}`)).body).toMatchObject({
      viewed: false,
      summary: [
        { ruleCode: 'STU-1', causeColumn: 'cause' },
        { ruleCode: 'TAR-1', causeColumn: null },
      ],
    });
  });

  test('hands out the rows of one rule in every format, as what they are and under its name', async () => {
    const id = await queued();
    await state.validate(id, found(5));
    const formats = ['html', 'csv', 'json', 'xlsx', 'pdf', 'parquet'];
    const starts: Record<string, string> = {
      html: '<!doctype html>',
      json: '{',
      xlsx: 'PK',
      pdf: '%PDF',
      parquet: 'PAR1',
    };
    for (const format of formats) {
      const answer = await state.ask('ana', 'GET', `/v1/runs/${id}/report`, {
        query: `format=${format}&ruleCode=TAR-1`,
      });
      expect(answer).toMatchObject({ status: 200, body: { format } });
      const link = new URL(answer.body.url);
      expect(link.pathname).toMatch(new RegExp(`/rows-[0-9a-f]{24}\\.${format}$`));
      expect(link.searchParams.get('as')).toBe(`Student Tardiness DC 1.0.1 TAR-1.${format}`);
      const file = state.stored.get(`${link.host}${link.pathname}`)?.toString('latin1');
      expect(file).toMatch(new RegExp(`^${starts[format] ?? 'Rule Code'}`, 'i'));
    }
    expect(state.data.disclosures.map(({ purpose }) => purpose)).toEqual(formats.map(() => 'FINDINGS'));
    expect((await state.ask('ana', 'GET', `/v1/runs/${id}`)).body.viewed).toBe(false);
  });

  test('counts as viewed by whoever asked for its report, in any format, and that is recorded', async () => {
    const id = await queued();
    const report = (format: string) => state.ask('rita', 'GET', `/v1/runs/${id}/report`, { query: `format=${format}` });
    expect(await report('html')).toMatchObject({ status: 409, body: { code: 'RUN_NOT_FINISHED' } });
    await state.validate(id, found(2));
    const html = await report('html');
    expect(html.body).toMatchObject({ format: 'html', expiresAt: '2026-05-05T18:02:00.000Z' });
    expect(html.body.url).toContain('shown=INLINE');
    const csv = new URL((await report('csv')).body.url);
    expect(csv.pathname).toMatch(/report\.csv$/);
    expect(csv.searchParams.get('as')).toBe('Student Tardiness DC 1.0.1.csv');
    expect(csv.searchParams.get('shown')).toBe('ATTACHMENT');
    expect(new URL((await report('xlsx')).body.url).pathname).toMatch(/report\.xlsx$/);
    expect(new URL((await report('pdf')).body.url).pathname).toMatch(/report\.pdf$/);
    expect(new URL((await report('parquet')).body.url).pathname).toMatch(/findings\.parquet$/);
    expect(await report('docx')).toMatchObject({ status: 422 });
    expect((await state.ask('rita', 'GET', `/v1/runs/${id}`)).body.viewed).toBe(true);
    expect((await state.ask('ana', 'GET', `/v1/runs/${id}`)).body.viewed).toBe(false);
    expect(state.data.views.map(({ userId, format }) => [userId, format])).toEqual([
      ['rita', 'html'],
      ['rita', 'csv'],
      ['rita', 'xlsx'],
      ['rita', 'pdf'],
      ['rita', 'parquet'],
    ]);
  });

  test('is cancelled once, also for its step, and runs again as a new one', async () => {
    const id = await queued();
    const asked = { key: 'cancel' };
    const cancelled = await state.ask('ana', 'POST', `/v1/runs/${id}/cancel`, asked);
    expect(cancelled).toMatchObject({ status: 200, body: { status: 'CANCELLED' } });
    expect((await state.ask('ana', 'POST', `/v1/runs/${id}/cancel`, asked)).body).toEqual(cancelled.body);
    expect(await state.ask('ana', 'POST', `/v1/runs/${id}/cancel`)).toMatchObject({
      status: 409,
      body: { code: 'RUN_FINISHED' },
    });
    const wizard = await state.ask('ana', 'GET', steps.replace('/steps', ''));
    expect(wizard.body.steps[0]).toMatchObject({ status: 'NOT_STARTED', problem: 'Cancelled on request.' });
    const again = await state.ask('ana', 'POST', `/v1/runs/${id}/retry`);
    expect(again).toMatchObject({
      status: 202,
      headers: { location: `/v1/runs/${again.body.id}` },
      body: { status: 'QUEUED', retryOf: id },
    });
    expect(await state.ask('ana', 'POST', `/v1/runs/${again.body.id}/retry`)).toMatchObject({
      status: 409,
      body: { code: 'RUN_NOT_FAILED' },
    });
    expect((await state.ask('gus', 'POST', `/v1/runs/${id}/retry`)).status).toBe(404);
  });

  test('is neither ended nor repeated once its certification event is closed, whatever became of it', async () => {
    const id = await queued();
    await state.validate(id, found(2));
    const closing = { comment: 'over', confirm: true };
    await state.ask('admin', 'POST', `/v1/certification-events/${steps.split('/')[3] ?? ''}/close`, { body: closing });
    for (const command of ['cancel', 'retry'])
      expect(await state.ask('ana', 'POST', `/v1/runs/${id}/${command}`)).toMatchObject({
        status: 409,
        body: { code: 'EVENT_CLOSED' },
      });
  });
});
