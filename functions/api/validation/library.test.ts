import { beforeEach, describe, expect, test } from 'vitest';
import { prepareJob } from '../../../shared/application/runs/prepare-job.ts';
import { tardinessBody } from '../../../test/builders/tardiness-body.ts';
import { aSmallState, publishTardiness, type SmallState } from '../../../test/fakes/small-state.ts';

let state: SmallState;
beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
});

const sent = {
  code: 'STU-1',
  name: 'Student without an id',
  severity: 'FATAL',
  kind: 'FINDINGS',
  level: 'DISTRICT',
  datasets: ['students'],
  sql: `SELECT studentUniqueId FROM students WHERE studentUniqueId = ''`,
  message: 'The id is missing.',
};

const create = (changes: object = {}, user = 'admin') =>
  state.ask(user, 'POST', '/v1/rules', { body: { ...sent, ...changes } });
const newVersion = (id: string, body: object) => state.ask('admin', 'POST', `/v1/rules/${id}/versions`, { body });
const rule = async (id: string, query = '') => (await state.ask('admin', 'GET', `/v1/rules/${id}`, { query })).body;
const group = (changes: object = {}) =>
  state.ask('admin', 'POST', '/v1/validation-groups', {
    body: { name: 'Identity', level: 'DISTRICT', active: true, rules: [], ...changes },
  });
const change = (path: string, body: object, etag = '*') =>
  state.ask('admin', 'PATCH', path, { body, headers: { 'if-match': etag } });
const refusal = ({ status, body }: { status: number; body: { code: string; errors?: { pointer: string }[] } }) => [
  status,
  body.code,
  body.errors?.[0]?.pointer,
];

describe('a rule', () => {
  test('is written, gets versions, and tells who changed it when and why', async () => {
    const made = await create({ reason: 'Asked for by the auditors.' });
    expect(made).toMatchObject({
      status: 201,
      headers: { etag: '"1"', location: `/v1/rules/${made.body.id}` },
      body: { version: 1, status: 'ACTIVE', resolution: null, parameters: [], adHocFilter: false, warnings: [] },
    });
    state.clock.advance(60);
    const { id } = made.body;
    const second = await newVersion(id, { severity: 'WARNING', reason: 'Too many districts were blocked.' });
    expect(second).toMatchObject({ status: 201, headers: { etag: '"2"' }, body: { version: 2, sql: sent.sql } });
    expect(await rule(id)).toMatchObject({
      version: 2,
      severity: 'WARNING',
      versions: [1, 2],
      changeLog: [
        {
          version: 2,
          by: 'admin',
          reason: 'Too many districts were blocked.',
          severityBefore: 'FATAL',
          severity: 'WARNING',
        },
        { version: 1, at: '2026-05-05T18:00:00.000Z', reason: 'Asked for by the auditors.', severityBefore: null },
      ],
    });
    expect(await rule(id, 'version=1')).toMatchObject({ version: 1, newestVersion: 2, severity: 'FATAL' });
    expect((await state.ask('admin', 'GET', `/v1/rules/${id}`, { query: 'version=3' })).status).toBe(404);
  });

  test('reads what its text reads, whatever its author listed', async () => {
    const sql = 'SELECT studentUniqueId FROM students ANTI JOIN previous.students USING (studentUniqueId)';
    expect((await create({ sql })).body).toMatchObject({ datasets: ['students'], previousDatasets: ['students'] });
  });

  test('names the column by which its rows are counted, in every version one that the query has', async () => {
    const { id, causeColumn } = (await create({ causeColumn: 'studentUniqueId' })).body;
    expect(causeColumn).toBe('studentUniqueId');
    const sql = 'SELECT studentUniqueId AS student FROM students';
    expect(refusal(await newVersion(id, { sql }))).toEqual([422, 'REFERENCE_UNKNOWN', '/causeColumn']);
    expect((await newVersion(id, { sql, causeColumn: null })).body).toMatchObject({ version: 2, causeColumn: null });
  });

  test.each([
    ['of a code that is taken', { code: 'tar-1' }, [409, 'CODE_TAKEN', undefined]],
    ['that lists rows and is Fatal', { kind: 'LISTING' }, [422, 'LISTING_FATAL', '/severity']],
    [
      'over a dataset that is not declared',
      { datasets: ['students', 'none'] },
      [422, 'REFERENCE_UNKNOWN', '/datasets/1'],
    ],
    ['that is no query', { sql: 'DROP VIEW students' }, [422, 'RULE_REFUSED', '/sql']],
    ['that asks for what is not there', { sql: 'SELECT lastName FROM students' }, [422, 'RULE_REFUSED', '/sql']],
    [
      'with a default of another type',
      { parameters: [{ name: 'n', type: 'NUMBER', default: 'x' }] },
      [422, 'INVALID_INPUT', '/parameters/0/default'],
    ],
    ['with help that is no address', { helpUrl: 'javascript:alert(1)' }, [422, 'URL_INVALID', '/helpUrl']],
    ['that counts by what it does not return', { causeColumn: 'grade' }, [422, 'REFERENCE_UNKNOWN', '/causeColumn']],
    ['of a code with blanks', { code: 'STU 1' }, [422, 'INVALID_INPUT', '/code']],
  ])('%s is refused', async (_what, changes, expected) => {
    expect(refusal(await create(changes))).toEqual(expected);
    expect(state.data.ruleCodes.size).toBe(1);
  });

  test('keeps its code and its level', async () => {
    const { id } = (await create()).body;
    expect(refusal(await newVersion(id, { code: 'STU-2' }))).toEqual([422, 'CODE_FIXED', '/code']);
    expect(refusal(await newVersion(id, { level: 'SCHOOL' }))).toEqual([422, 'LEVEL_FIXED', '/level']);
    expect(refusal(await newVersion('rul_none', {}))).toEqual([404, 'NOT_FOUND', undefined]);
  });

  test('goes from draft to active to archived, each with its reason', async () => {
    const { id } = (await create({ status: 'DRAFT' })).body;
    expect(refusal(await group({ rules: [{ ruleId: id }] }))).toEqual([422, 'REFERENCE_UNKNOWN', '/rules/0']);
    const active = await change(`/v1/rules/${id}`, { status: 'ACTIVE', reason: 'Tried in June.' }, '"1"');
    expect(active).toMatchObject({ status: 200, headers: { etag: '"2"' }, body: { status: 'ACTIVE', version: 1 } });
    expect((await change(`/v1/rules/${id}`, { status: 'ARCHIVED' }, '"1"')).status).toBe(412);
    await change(`/v1/rules/${id}`, { status: 'ARCHIVED' });
    expect(refusal(await newVersion(id, { name: 'Late' }))).toEqual([409, 'WRONG_STATUS', undefined]);
    expect((await rule(id)).changeLog).toMatchObject([
      { statusBefore: 'ACTIVE', status: 'ARCHIVED', reason: null },
      { statusBefore: 'DRAFT', status: 'ACTIVE', reason: 'Tried in June.' },
      { statusBefore: null, status: 'DRAFT' },
    ]);
  });

  test('is written by state people with the right to write SQL, and read by districts', async () => {
    for (const user of ['april', 'ana', 'nobody']) expect((await create({}, user)).status).toBe(403);
  });

  test('made twice with one key is one rule', async () => {
    const twice = [1, 2].map(() => state.ask('admin', 'POST', '/v1/rules', { body: sent, key: 'once' }));
    const [first, second] = await Promise.all(twice);
    expect(second?.body).toEqual(first?.body);
    expect(state.data.ruleCodes.size).toBe(2);
  });
});

describe('a validation group', () => {
  test('holds rules in their order, and says which have a newer version', async () => {
    const { id: ruleId } = (await create()).body;
    const made = await group({ rules: [{ ruleId, version: 1 }, { ruleId: 'rul_tardy' }] });
    expect(made).toMatchObject({
      status: 201,
      headers: { location: `/v1/validation-groups/${made.body.id}` },
      body: {
        version: 1,
        active: true,
        rules: [
          { ruleId, version: 1 },
          { ruleId: 'rul_tardy', version: null },
        ],
      },
    });
    await newVersion(ruleId, { message: 'Look again.' });
    const path = `/v1/validation-groups/${made.body.id}`;
    expect((await state.ask('admin', 'GET', path)).body.rules).toMatchObject([
      { code: 'STU-1', version: 1, newestVersion: 2, updateAvailable: true },
      { code: 'TAR-1', version: null, updateAvailable: false },
    ]);
    const changed = await change(path, { rules: [{ ruleId, version: 2 }], reason: 'The new wording.' }, '"1"');
    expect(changed).toMatchObject({ status: 200, headers: { etag: '"2"' }, body: { version: 2, name: 'Identity' } });
    expect((await state.ask('admin', 'GET', path)).body.changeLog).toMatchObject([
      { version: 2, by: 'admin', reason: 'The new wording.', changed: ['rules'] },
      { version: 1 },
    ]);
  });

  test('may take a rule more or less seriously than the library does, but no listing as Fatal', async () => {
    const { id: ruleId } = (await create()).body;
    const made = await group({ rules: [{ ruleId, severityOverride: 'WARNING' }, { ruleId: 'rul_tardy' }] });
    expect(made.body.rules).toMatchObject([{ severityOverride: 'WARNING' }, { severityOverride: null }]);
    const shown = await state.ask('admin', 'GET', `/v1/validation-groups/${made.body.id}`);
    expect(shown.body.rules).toMatchObject([
      { severity: 'FATAL', severityOverride: 'WARNING' },
      { severity: 'WARNING', severityOverride: null },
    ]);
    const { id: listing } = (await create({ code: 'STU-3', kind: 'LISTING', severity: 'INFO' })).body;
    const refused = await group({ rules: [{ ruleId: listing, severityOverride: 'FATAL' }] });
    expect(refusal(refused)).toEqual([422, 'LISTING_FATAL', '/rules/0/severityOverride']);
    const changed = await change(`/v1/validation-groups/${made.body.id}`, {
      rules: [{ ruleId: listing, severityOverride: 'FATAL' }],
    });
    expect(refusal(changed)).toEqual([422, 'LISTING_FATAL', '/rules/0/severityOverride']);
  });

  test('is refused with rules of another level, unknown ones, or one twice', async () => {
    const { id: ruleId } = (await create({ level: 'SCHOOL' })).body;
    expect(refusal(await group({ rules: [{ ruleId }] }))).toEqual([422, 'LEVEL_MISMATCH', '/rules/0']);
    expect(refusal(await group({ rules: [{ ruleId: 'rul_none' }] }))).toEqual([422, 'REFERENCE_UNKNOWN', '/rules/0']);
    expect(refusal(await group({ rules: [{ ruleId: 'rul_tardy', version: 2 }] }))).toEqual([
      422,
      'REFERENCE_UNKNOWN',
      '/rules/0',
    ]);
    const twice = await group({ rules: [{ ruleId: 'rul_tardy' }, { ruleId: 'rul_tardy' }] });
    expect(refusal(twice)).toEqual([422, 'INVALID_INPUT', '/rules/1/ruleId']);
  });

  test('with a filter of somebody, or a calendar, can be kept but not linked, nor published once it is linked', async () => {
    const calendar = [{ name: 'calendar', type: 'CALENDAR' }];
    const { id: filtered } = (await create({ adHocFilter: true })).body;
    const { id: dated } = (await create({ code: 'STU-2', parameters: calendar })).body;
    const forbidden = (await group({ rules: [{ ruleId: filtered }] })).body.id;
    const link = (groupId: string) => ({ ...tardinessBody, dataLinks: [{ type: 'VALIDATION_GROUP', groupId }] });
    const save = (body: object) => state.ask('admin', 'POST', '/v1/certification-events', { body });
    expect(refusal(await save(link(forbidden)))).toEqual([422, 'RULE_FORBIDDEN', '/dataLinks/0/groupId']);
    const { id: groupId } = (await group({ rules: [{ ruleId: 'rul_tardy' }] })).body;
    const event = `/v1/certification-events/${(await save(link(groupId))).body.id}`;
    await change(`/v1/validation-groups/${groupId}`, { rules: [{ ruleId: dated }] });
    const put = await state.ask('admin', 'PUT', event, { body: link(forbidden), headers: { 'if-match': '*' } });
    expect(refusal(put)).toEqual([422, 'RULE_FORBIDDEN', '/dataLinks/0/groupId']);
    expect(refusal(await state.ask('admin', 'POST', `${event}/publish`, { body: {} }))).toEqual([
      409,
      'RULE_FORBIDDEN',
      undefined,
    ]);
    await change(`/v1/validation-groups/${groupId}`, { rules: [{ ruleId: 'rul_tardy' }], active: false });
    expect(refusal(await state.ask('admin', 'POST', `${event}/publish`, { body: {} }))[1]).toBe('GROUP_INACTIVE');
  });

  test('changes nothing for what is published', async () => {
    const event = await publishTardiness(state);
    await newVersion('rul_tardy', { sql: sent.sql, message: 'Anew.' });
    const path = `/v1/certification-events/${event}`;
    const shown = await state.ask('admin', 'GET', path);
    expect(shown.body.dataLinks).toMatchObject([{ pinnedVersion: 1, updateAvailable: true }]);
    const headers = { 'if-match': '*' };
    await state.ask('admin', 'PUT', path, { body: { ...tardinessBody, description: 'Soon.' }, headers });
    const preview = await state.ask('admin', 'GET', `${path}/publish-preview`);
    expect(preview.body.changes.map(({ field }: { field: string }) => field)).toEqual(['description', 'rules']);
    const [body] = [...state.data.bodies.values()].filter(({ pinnedGroups }) => pinnedGroups.length > 0);
    expect(body?.pinnedGroups).toMatchObject([{ rules: [{ ruleId: 'rul_tardy', ruleVersion: 1 }] }]);
  });

  test('validates with the severity it gives a rule from the next publication on', async () => {
    const path = '/v1/validation-groups/grp_tardiness';
    await change(path, { rules: [{ ruleId: 'rul_tardy', severityOverride: 'FATAL' }] });
    const event = await publishTardiness(state);
    await change(path, { rules: [{ ruleId: 'rul_tardy' }] });
    const queued = await state.ask('ana', 'POST', `/v1/certifications/${event}/255903/steps/district-validation/runs`, {
      body: {},
    });
    const run = await state.ports.store.load('run', queued.body.id);
    const job = run && (await prepareJob(state.ports, run.state, 'nowhere'));
    expect(job?.rules).toMatchObject([{ code: 'TAR-1', severity: 'FATAL' }]);
    const headers = { 'if-match': '*' };
    await state.ask('admin', 'PUT', `/v1/certification-events/${event}`, { body: tardinessBody, headers });
    const preview = await state.ask('admin', 'GET', `/v1/certification-events/${event}/publish-preview`);
    expect(preview.body.changes).toMatchObject([{ field: 'rules' }]);
  });

  test('keeps a rule that is not enabled in its place, and neither runs it nor is kept by it from being linked', async () => {
    const { id: filtered } = (await create({ adHocFilter: true })).body;
    const entries = [{ ruleId: filtered, enabled: false, severityOverride: 'INFO' }, { ruleId: 'rul_tardy' }];
    const path = '/v1/validation-groups/grp_tardiness';
    const changed = await change(path, { rules: entries });
    expect(changed.body.rules).toMatchObject([
      { ruleId: filtered, enabled: false, severityOverride: 'INFO' },
      { ruleId: 'rul_tardy', enabled: true },
    ]);
    expect((await state.ask('admin', 'GET', path)).body.rules).toMatchObject([{ enabled: false }, { enabled: true }]);
    const event = await publishTardiness(state);
    const bodies = [...state.data.bodies.values()].filter(({ pinnedGroups }) => pinnedGroups.length > 0);
    expect(bodies.map(({ pinnedGroups }) => pinnedGroups[0]?.rules)).toEqual([
      [{ ruleId: 'rul_tardy', ruleVersion: 1, severityOverride: null }],
    ]);
    const shown = async () => (await state.ask('admin', 'GET', `/v1/certification-events/${event}`)).body.dataLinks;
    expect(await shown()).toMatchObject([{ updateAvailable: false }]);
    await change(path, { rules: [{ ruleId: 'rul_tardy', enabled: false }] });
    expect(await shown()).toMatchObject([{ updateAvailable: true }]);
  });

  test('is changed by nobody who may only read', async () => {
    const body = { active: false };
    const headers = { 'if-match': '*' };
    for (const user of ['april', 'ana', 'nobody'])
      expect((await state.ask(user, 'PATCH', '/v1/validation-groups/grp_tardiness', { body, headers })).status).toBe(
        403,
      );
  });
});
