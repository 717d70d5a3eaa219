import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DatasetDeclaration } from '../declaration.ts';
import { createCertificationView } from '../run/views.ts';
import { openSandbox, type Sandbox } from '../sandbox/instance.ts';
import { attacks } from './attacks.ts';
import { createEmptyDatasets } from './empty-datasets.ts';
import { passGate } from './pass-gate.ts';
import type { RuleParameter } from './rule-parameters.ts';

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
  await createEmptyDatasets(sandbox.connection, datasets);
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

const gate = (sql: string, parameters: readonly RuleParameter[] = []) =>
  passGate(sandbox.connection, sql, { datasets: ['students', 'enrollments'], parameters });

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
      previousDatasets: [],
      warnings: [],
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

test.each([
  [
    'SELECT age(birthDate) FROM students',
    'age with one date reads the clock: give it two, such as age(as_of, birthDate) with as_of from certification',
  ],
  [
    `SELECT lpad(firstName, 1001, '0') FROM students`,
    'lpad takes its width as a whole number of at most 1,000 that is written out: lpad(value, 10, fill)',
  ],
])('%s is refused with the form that passes', async (sql, detail) => {
  expect(await gate(sql)).toMatchObject({ ok: false, failure: { code: 'RULE_FUNCTION', detail, position: 7 } });
});

describe('the parameters of a rule', () => {
  const parameters: readonly RuleParameter[] = [
    { name: 'least', type: 'NUMBER', default: 2 },
    { name: 'share', type: 'NUMBER', default: 0.25 },
    { name: 'since', type: 'DATE', default: '2021-09-01' },
    { name: 'word', type: 'STRING', default: `it's; --` },
    { name: 'none', type: 'STRING', default: null },
  ];

  test('stand for their values, each of its type', async () => {
    const outcome = await gate('SELECT $least AS a, $SHARE AS b, $since AS c, $word AS d, $none AS e', parameters);
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        sql: `SELECT CAST('2' AS BIGINT) AS a, CAST('0.25' AS DOUBLE) AS b, CAST('2021-09-01' AS DATE) AS c, CAST('it''s; --' AS VARCHAR) AS d, CAST(NULL AS VARCHAR) AS e`,
        columns: ['BIGINT', 'DOUBLE', 'DATE', 'VARCHAR', 'VARCHAR'].map((type) => ({ type })),
      },
    });
  });

  test('are text inside of texts, names and comments', async () => {
    const sql = `SELECT '$least' AS "$least" /* $least */ FROM students -- $least`;
    expect(await gate(sql, parameters)).toMatchObject({ ok: true, value: { sql } });
  });

  test('that nobody declared are named in the refusal', async () => {
    const outcome = await gate('SELECT $least, $most', parameters);
    expect(outcome).toMatchObject({ ok: false, failure: { detail: '$most is no parameter of this rule' } });
  });
});

test('the previous certified snapshot is read under its own name', async () => {
  const outcome = await gate(
    `SELECT studentUniqueId FROM previous.students ANTI JOIN students USING (studentUniqueId)`,
  );
  expect(outcome).toMatchObject({ ok: true, value: { datasets: ['students'], previousDatasets: ['students'] } });
});

describe('what depends on the order of rows', () => {
  const told = async (sql: string) => {
    const outcome = await gate(sql);
    return outcome.ok ? outcome.value.warnings : outcome.failure.detail;
  };

  const aggregates = ['string_agg(firstName)', 'list(firstName)', 'mode(firstName)']
    .concat('arg_max(firstName, birthDate)', 'argmin(firstName, birthDate)', 'min_by(firstName, birthDate)')
    .map((call) => `${call} AS n`);
  const windows = ['row_number()', 'ntile(2)', 'lag(firstName)', 'lead(firstName)', 'first_value(firstName)']
    .concat('last_value(firstName)', 'nth_value(firstName, 2)', 'list(firstName)')
    .map((call) => `${call.toUpperCase()} OVER (PARTITION BY birthDate) AS n`);
  const frames = ['count(*) OVER (ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS n'];
  const nameOf = (call: string) => call.replace(/\(.*/, '').toLowerCase();

  test.each<readonly [what: string, sql: string]>([
    ['LIMIT', 'SELECT firstName FROM students LIMIT 3'],
    ['DISTINCT ON', 'SELECT DISTINCT ON (firstName) * FROM students'],
    ['DISTINCT ON', 'SELECT * FROM (SELECT DISTINCT ON (firstName) * FROM students) ORDER BY studentUniqueId'],
    ...[...aggregates, ...windows].map((call) => [nameOf(call), `SELECT ${call} FROM students`] as const),
    ...frames.map((call) => ['ROWS', `SELECT ${call} FROM students`] as const),
  ])('is told to the author: %s in %s', async (what, sql) => {
    const detail = `${what} without ORDER BY may answer differently at every run: give it an order`;
    expect(await told(sql)).toEqual([{ code: 'RULE_ORDER', facts: { what }, detail }]);
  });

  test.each([
    'SELECT firstName FROM students ORDER BY 1 LIMIT 3',
    'SELECT DISTINCT firstName FROM students',
    'SELECT DISTINCT ON (firstName) * FROM students ORDER BY firstName, studentUniqueId',
    `SELECT string_agg(firstName, ',' ORDER BY firstName) AS n FROM students`,
    'SELECT arg_max(firstName, birthDate ORDER BY studentUniqueId) AS n FROM students',
    'SELECT lag(firstName) OVER (PARTITION BY birthDate ORDER BY studentUniqueId) AS n FROM students',
    'SELECT lag(firstName ORDER BY studentUniqueId) OVER (PARTITION BY birthDate) AS n FROM students',
    'SELECT row_number() OVER w AS n FROM students WINDOW w AS (ORDER BY studentUniqueId)',
    'SELECT count(*) OVER (PARTITION BY firstName) AS n, rank() OVER () AS place FROM students',
  ])('is not told where the order is given, or none is needed: %s', async (sql) => {
    expect(await told(sql)).toEqual([]);
  });
});
