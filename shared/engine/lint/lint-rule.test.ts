import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DatasetDeclaration } from '../declaration.ts';
import { createEmptyDatasets } from '../gate/empty-datasets.ts';
import { passGate } from '../gate/pass-gate.ts';
import { createCertificationView } from '../run/views.ts';
import { parametersOfYear } from '../run/parameters.ts';
import { lintRule } from './lint-rule.ts';
import { rewrittenSql } from './rewrite.ts';

const column = (name: string, type: DatasetDeclaration['columns'][number]['type']) => ({ name, type, required: false });

const declare = (name: string, columns: DatasetDeclaration['columns']): DatasetDeclaration => ({
  name,
  version: 1,
  title: name,
  columns,
  key: [],
  schoolColumn: null,
  schoolThrough: null,
});

const datasets = [
  declare('attendance', [column('student', 'string'), column('school', 'string'), column('day', 'date')]),
  declare('enrollments', [
    column('student', 'string'),
    column('school', 'string'),
    column('entry', 'date'),
    column('exit', 'date'),
  ]),
];

let instance: DuckDBInstance;
let connection: DuckDBConnection;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  connection = await instance.connect();
  await createEmptyDatasets(connection, datasets);
  await createCertificationView(connection, parametersOfYear(2022));
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

const linted = async (sql: string) => {
  const checked = await passGate(connection, sql, { datasets: ['attendance', 'enrollments'] });
  if (!checked.ok) throw new Error(checked.failure.detail);
  const { rule } = await lintRule(connection, checked.value);
  return rule.warnings.map(({ code }) => code);
};

const key = 'a.student = e.student';
const open = '(e.exit IS NULL OR a.day <= e.exit)';
const strictlyOpen = '(e.exit > a.day OR e.exit IS NULL)';
const begun = '(a.day IS NULL OR e.entry <= a.day)';
const anything = '(e.exit IS NULL OR a.day <= e.exit OR a.school = e.school)';
const ours = `a.school = 's1'`;
const theirs = `e.school = 's1'`;

/** Forms that DuckDB would compare pair by pair, and that are the same question in another form. */
const rewritable: readonly string[] = ['LEFT', 'ANTI', 'SEMI', 'FULL', 'RIGHT'].flatMap((kind) => {
  const columns = kind === 'ANTI' || kind === 'SEMI' ? 'a.*' : 'a.*, e.student AS s, e.school AS c, e.entry, e.exit';
  return [
    `${key} AND ${open}`,
    `${strictlyOpen} AND ${key}`,
    `${key} AND ${begun} AND ${open}`,
    `${key} AND a.day >= e.entry AND ${open} AND ${ours}`,
    `${key} AND ${ours} AND ${theirs}`,
    `${key} AND a.school <> e.school AND ${begun}`,
  ].map((on) => `SELECT ${columns} FROM attendance a ${kind} JOIN enrollments e ON ${on}`);
});

const byRow = [
  `SELECT a.*, e.exit FROM attendance a LEFT JOIN enrollments e ON ${key} AND ${anything}`,
  `SELECT a.*, e.exit FROM attendance a LEFT JOIN (SELECT * FROM enrollments WHERE exit IS NULL) e ON ${key} AND ${anything} AND ${ours}`,
  `SELECT a.* FROM attendance a ANTI JOIN enrollments e ON ${key} AND ${anything}`,
  `SELECT a.* FROM attendance a SEMI JOIN enrollments e ON ${key} AND ${anything} WHERE a.day > DATE '2021-01-02' OR a.day IS NULL`,
  `SELECT a.student, count(e.student) AS n FROM attendance a LEFT JOIN enrollments e ON ${key} AND ${open}
    LEFT JOIN enrollments f ON f.student = a.student AND ${ours} GROUP BY ALL`,
  `WITH x AS (SELECT a.* FROM attendance a ANTI JOIN enrollments e ON ${key} AND ${open}) SELECT * FROM x`,
  `SELECT a.* FROM attendance a LEFT JOIN enrollments e ON ${key} AND a.day >= e.entry AND ${open} WHERE e.student IS NULL`,
];

/** Few values, so that they meet; a third of them absent, and each row perhaps several times. */
const fill = async (seed: number): Promise<void> => {
  const pick = (salt: number, values: readonly string[]): string =>
    `CASE hash(range, ${seed}, ${salt}) % ${values.length + Math.ceil(values.length / 3)}
      ${values.map((value, place) => `WHEN ${place} THEN ${value}`).join(' ')} ELSE NULL END`;
  const texts = (salt: number, letter: string) =>
    pick(
      salt,
      ['1', '2', '3'].map((n) => `'${letter}${n}'`),
    );
  const days = (salt: number) =>
    pick(
      salt,
      ['1', '2', '3', '4'].map((n) => `DATE '2021-01-0${n}'`),
    );
  for (const { name } of datasets) await connection.run(`DELETE FROM "rows of ${name}"`);
  await connection.run(
    `INSERT INTO "rows of attendance" SELECT ${texts(1, 'x')}, ${texts(2, 's')}, ${days(3)} FROM range(${seed % 40})`,
  );
  await connection.run(
    `INSERT INTO "rows of enrollments" SELECT ${texts(4, 'x')}, ${texts(5, 's')}, ${days(6)}, ${days(7)} FROM range(${(seed * 7) % 30})`,
  );
};

const rows = async (sql: string): Promise<readonly string[]> => {
  const read = await connection.runAndReadAll(`SELECT CAST(row(COLUMNS(*)) AS VARCHAR) FROM (${sql}) AS q`);
  return read.getRows().map(String).toSorted();
};

describe('joins that can be looked up', () => {
  test('are left as they are', async () => {
    const plain = [
      `SELECT * FROM attendance a JOIN enrollments e ON ${key} AND ${open}`,
      `SELECT * FROM attendance a LEFT JOIN enrollments e ON ${key} AND ${theirs}`,
      `SELECT * FROM attendance a LEFT JOIN enrollments e ON ${key} AND a.day BETWEEN e.entry AND coalesce(e.exit, DATE '9999-12-31')`,
      `SELECT * FROM attendance a JOIN enrollments e ON a.day < e.entry`,
      'SELECT * FROM attendance, certification WHERE day > as_of',
      'SELECT * FROM attendance CROSS JOIN (SELECT count(*) AS n FROM enrollments)',
      `SELECT * FROM attendance a WHERE NOT EXISTS (SELECT 1 FROM enrollments e WHERE ${key} AND ${open})`,
      `SELECT * FROM attendance JOIN (VALUES ('s1'), ('s2')) AS schools(code) ON school LIKE code || '%'`,
    ];
    for (const sql of plain) expect([sql, await linted(sql)]).toEqual([sql, []]);
  });
});

describe('joins that compare every row with every row', () => {
  test.each([...rewritable, ...byRow])('%s is rewritten', async (sql) => {
    const told = await linted(sql);
    expect(told).not.toContain('RULE_SLOW_JOIN');
  });

  test('are told to the author where there is no other form', async () => {
    const hopeless = [
      `SELECT a.* FROM attendance a JOIN enrollments e ON ${key} OR a.school = e.school`,
      'SELECT a.* FROM attendance a JOIN enrollments e ON levenshtein(a.student, e.student) = 1',
      'SELECT a.* FROM attendance a, enrollments e',
      `SELECT a.* FROM attendance a JOIN enrollments e ON a.school <> e.school`,
      `SELECT a.* FROM attendance a LEFT JOIN enrollments e ON day <= exit OR exit IS NULL`,
      `SELECT a.* FROM attendance a WHERE EXISTS (SELECT 1 FROM enrollments e WHERE ${key} OR a.school = e.school)`,
    ];
    for (const sql of hopeless) expect([sql, await linted(sql)]).toEqual([sql, ['RULE_SLOW_JOIN']]);
  });

  test('stay as written where the text holds a number that could come back as another one', async () => {
    const sql = `SELECT a.*, 9007199254740993 AS n FROM attendance a LEFT JOIN enrollments e ON ${key} AND ${open}`;
    expect(await rewrittenSql(connection, sql)).toBe(sql);
  });
});

test('a rewritten rule answers what its author asked, on every data, with values absent on both sides', async () => {
  const forms = await Promise.all(
    [...rewritable, ...byRow].map(async (sql) => ({ sql, other: await rewrittenSql(connection, sql) })),
  );
  let found = 0;
  for (let seed = 1; seed <= 25; seed += 1) {
    await fill(seed);
    for (const { sql, other } of forms) {
      const asked = await rows(sql);
      expect({ seed, sql, rows: await rows(other) }).toEqual({ seed, sql, rows: asked });
      found += asked.length;
    }
  }
  expect(found).toBeGreaterThan(4_000);
}, 60_000);
