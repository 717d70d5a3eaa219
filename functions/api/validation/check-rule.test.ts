import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attacks } from '../../../shared/engine/gate/attacks.ts';
import { bundledChild } from '../../../shared/engine/testing/bundled-child.ts';
import { deliverRows } from '../../../test/fakes/deliver-rows.ts';
import { aSmallState, type SmallState } from '../../../test/fakes/small-state.ts';

let folder = '';
let state: SmallState;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-check-'));
  state = await aSmallState('2026-05-05T18:00:00Z', await bundledChild(build, folder));
  const students = ['1', '2', '3'].map((studentUniqueId) => ({ studentUniqueId }));
  await deliverRows(state, '255903', 'students', students);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const check = (sql: string, more: object = {}, user = 'admin') =>
  state.ask(user, 'POST', '/v1/rules/check', { body: { sql, organizationId: '255903', lane: 'STATE', ...more } });

describe('a query that is checked', () => {
  test('tells what it finds in the rows of the organization, and that somebody saw them', async () => {
    const answer = await check(`SELECT studentUniqueId AS "State ID" FROM students WHERE studentUniqueId > '1'`);
    expect(answer).toMatchObject({
      status: 200,
      body: {
        outcome: 'FINDINGS',
        count: 2,
        columns: [{ name: 'State ID', type: 'VARCHAR' }],
        sample: [{ 'State ID': '2' }, { 'State ID': '3' }],
        datasets: ['students'],
        warnings: [],
        reportingYear: 2026,
        asOf: '2025-09-01',
      },
    });
    expect(answer.body.milliseconds).toBeGreaterThanOrEqual(0);
    expect(state.data.disclosures.at(-1)).toMatchObject({
      userId: 'admin',
      organizationId: '255903',
      purpose: 'RULE_CHECK',
      about: expect.stringMatching(/^STATE [0-9a-f]{24}$/),
    });
  });

  test('counts every row and shows the first fifty', async () => {
    const pairs = Array.from({ length: 5 }, (_, place) => `students s${place}`).join(', ');
    const answer = await check(`SELECT s0.studentUniqueId FROM ${pairs}`);
    expect([answer.body.count, answer.body.sample.length]).toEqual([243, 50]);
  });

  test('reads its year, its parameters and its lane from the request', async () => {
    const sql = 'SELECT reporting_year, as_of, $least AS least FROM certification, students LIMIT 1';
    const parameters = [{ name: 'least', type: 'NUMBER', default: 3 }];
    const answer = await check(sql, { parameters, reportingYear: 2022, lane: 'DISTRICT', kind: 'LISTING' });
    expect(answer.body).toMatchObject({
      outcome: 'LISTED',
      sample: [{ reporting_year: 2022, as_of: '2021-09-01', least: 3 }],
      warnings: [{ code: 'RULE_ORDER' }],
    });
  });

  test('says that it does not apply where nothing was delivered, now or before', async () => {
    expect((await check('SELECT * FROM students', { organizationId: '255901' })).body).toMatchObject({
      outcome: 'NOT_APPLICABLE',
      count: 0,
      problem: 'Never delivered: students.',
    });
    expect((await check('SELECT * FROM previous.students')).body.outcome).toBe('NOT_APPLICABLE');
  });

  test('that fails on the rows is refused with the kind of failure, never a value', async () => {
    const answer = await check('SELECT CAST(studentUniqueId AS DATE) AS d FROM students');
    expect(answer).toMatchObject({ status: 422, body: { code: 'RULE_REFUSED', facts: { reason: 'RULE_FAILED' } } });
    expect(JSON.stringify(answer.body)).not.toContain("'1'");
  });

  test('over the rows of others is not there, and without the right forbidden', async () => {
    const statuses = async (user: string, organizationId: string) =>
      (await check('SELECT * FROM students', { organizationId }, user)).status;
    expect([await statuses('admin', 'MT'), await statuses('admin', 'none')]).toEqual([404, 404]);
    expect([await statuses('gus', '255903'), await statuses('ana', '255903')]).toEqual([404, 403]);
    expect(await statuses('april', '255903')).toBe(403);
  });
});

describe('what is no rule', () => {
  test.each(attacks.map(([reason, sql], place) => [place, sql.slice(0, 60), reason, sql] as const))(
    'is refused: %i %s',
    async (_place, _shown, _reason, sql) => {
      const before = state.data.disclosures.length;
      const answer = await check(sql);
      expect(answer).toMatchObject({
        status: 422,
        body: { code: 'RULE_REFUSED', errors: [{ pointer: '/sql', detail: expect.stringMatching(/\w/) }] },
      });
      expect(state.data.disclosures).toHaveLength(before);
    },
  );

  test.each([
    ["SELECT lpad(firstName, 2000, 'x') FROM students", 'lpad takes its width as a whole number of at most 1,000'],
    ['SELECT lastName FROM students', 'lastName'],
  ])('is refused with what is wrong, for its author: %s', async (sql, detail) => {
    const { body } = await check(sql);
    expect(body.errors).toEqual([{ pointer: '/sql', detail: expect.stringContaining(detail) }]);
  });

  test('is tried in more than 120 ways', () => expect(attacks.length).toBeGreaterThan(120));
});
