import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DatasetDeclaration } from '../declaration.ts';
import { createCertificationView, createDatasetViews } from '../run/views.ts';
import { openSandbox, type Sandbox } from '../sandbox/instance.ts';
import { attacks } from './attacks.ts';
import { checkRule } from './check-rule.ts';
import { passGate } from './pass-gate.ts';

const declare = (name: string, columns: DatasetDeclaration['columns'], key: string): DatasetDeclaration => ({
  name,
  version: 1,
  title: name,
  columns,
  key: [key],
  schoolColumn: null,
  schoolThrough: null,
});

const datasets = [
  declare(
    'students',
    [
      { name: 'studentUniqueId', type: 'string', required: true },
      { name: 'firstName', type: 'string', required: false },
      { name: 'birthDate', type: 'date', required: false },
    ],
    'studentUniqueId',
  ),
  declare('enrollments', [{ name: 'studentUniqueId', type: 'string', required: true }], 'studentUniqueId'),
];

let folder = '';
let sandbox: Sandbox;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-gate-'));
  sandbox = await openSandbox(folder, { memoryMb: 256, threads: 1 });
  const undelivered = datasets.map((declaration) => ({ declaration, files: null }));
  await createDatasetViews(sandbox.connection, undelivered, null);
  await createCertificationView(sandbox.connection, {
    reporting_year: 2022,
    as_of: '2021-09-01',
    school_year_start: '2021-07-01',
    school_year_end: '2022-06-30',
  });
  await sandbox.lock([]);
});
afterAll(async () => {
  sandbox.close();
  await rm(folder, { recursive: true, force: true });
});

const gate = (sql: string) => passGate(sandbox.connection, sql, ['students', 'enrollments']);

test.each(attacks.map(([code, sql]) => [sql.slice(0, 90), code, sql] as const))(
  'refused: %s',
  async (_sql, code, sql) => {
    const outcome = await gate(sql);
    expect(outcome.ok ? outcome.value : outcome.failure.code).toBe(code);
  },
);

test.each([
  [
    'a plain comparison',
    `SELECT studentUniqueId FROM students WHERE birthDate > (SELECT as_of FROM certification)`,
    ['students'],
  ],
  [
    'any case and quoting of a name',
    `SELECT "studentUniqueId" FROM STUDENTS s WHERE S.firstname IS NULL`,
    ['students'],
  ],
  [
    'named steps, windows and aggregates',
    `WITH counted AS (SELECT studentUniqueId, count(*) AS n FROM enrollments GROUP BY ALL)
      SELECT *, row_number() OVER (PARTITION BY n ORDER BY studentUniqueId) AS place FROM counted WHERE n > 1;`,
    ['enrollments'],
  ],
  [
    'joins of every honest kind',
    `SELECT s.studentUniqueId AS "State ID" FROM students s LEFT JOIN enrollments e USING (studentUniqueId)
      WHERE e.studentUniqueId IS NULL OR s.studentUniqueId NOT IN (SELECT studentUniqueId FROM enrollments)
      UNION ALL SELECT studentUniqueId FROM students ANTI JOIN enrollments USING (studentUniqueId)`,
    ['students', 'enrollments'],
  ],
  [
    'dates, cases and texts',
    `SELECT CASE WHEN date_diff('year', birthDate, DATE '2021-09-01') BETWEEN 4 AND 21 THEN 'in' ELSE 'out' END AS age,
      upper(trim(firstName)) || ' ' || coalesce(left(firstName, 1), '-') AS name, birthDate + INTERVAL 1 YEAR AS next
      FROM students WHERE firstName ~ '[A-Z].*' OR firstName LIKE 'A%' OR (studentUniqueId, firstName) IN (('1', 'x'))`,
    ['students'],
  ],
  ['a comment at its end', `SELECT 1 AS x FROM students -- the end`, ['students']],
])('%s passes, with the datasets it names', async (_what, sql, named) => {
  const outcome = await gate(sql);
  expect(outcome).toMatchObject({ ok: true, value: { datasets: named } });
});

test('a rule that passes tells its columns, with a second of the same name told apart', async () => {
  const outcome = await gate('SELECT studentUniqueId AS "State ID", birthDate, birthDate FROM students;');
  expect(outcome).toEqual({
    ok: true,
    value: {
      sql: 'SELECT studentUniqueId AS "State ID", birthDate, birthDate FROM students',
      datasets: ['students'],
      columns: [
        { name: 'State ID', type: 'VARCHAR' },
        { name: 'birthDate', type: 'DATE' },
        { name: 'birthDate_1', type: 'DATE' },
      ],
    },
  });
});

test('a refusal points at what it is about', async () => {
  const outcome = await gate('SELECT 1 AS x, now()');
  expect(outcome).toEqual({
    ok: false,
    failure: { code: 'RULE_FUNCTION', detail: 'a rule may not call now', position: 15 },
  });
});

test('an author is told which column does not exist, from a process of its own', async () => {
  const outcome = await checkRule('SELECT lastName FROM students', { datasets });
  expect(outcome).toMatchObject({ ok: false, failure: { code: 'RULE_INVALID' } });
  expect(outcome.ok ? '' : outcome.failure.detail).toContain('lastName');
});
