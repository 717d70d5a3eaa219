import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type JS } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunRule } from '../run/job.ts';
import { runRules } from '../run/run-rules.ts';
import { quotedText } from '../sandbox/sql-text.ts';
import { aRun, smallDistrict } from '../testing/small-district.ts';
import { writeRows } from './write-rows.ts';

const header = {
  title: 'Student Tardiness DC 96.0.2',
  districtName: 'North',
  schoolName: null,
  dataName: 'State data',
  generatedAt: '2025-07-30T19:00:37.000Z',
  timeZone: 'America/Denver',
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-rows-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Choice {
  readonly rowsPerRule?: number;
  readonly cause?: string;
}

const written = async (rule: Partial<RunRule>, { rowsPerRule = 1_000_000, cause }: Choice = {}) => {
  const place = join(folder, crypto.randomUUID());
  const limits = { secondsPerRule: 20, secondsPerRun: 120, rowsPerRule, memoryMb: 256, threads: 1 };
  const other = { sql: `SELECT 'other' AS other FROM students` };
  const job = aRun(place, await smallDistrict(place), [other, rule, other], { limits });
  const { results, findingsFile } = await runRules(job);
  const target = join(place, 'rows.parquet');
  await writeRows({ header, results: results.slice(1, 2), findingsFile, target, cause });
  return target;
};

/** A Parquet file as another program sees it: its columns with their types, its rows, and what is told of them. */
const read = async (file: string) => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const source = quotedText(file);
  const rows = await connection.runAndReadAll(`SELECT * FROM read_parquet(${source})`);
  const names = rows.columnNames();
  const types = rows.columnTypes().map(String);
  const told = await connection.runAndReadAll(
    `SELECT decode(value) FROM parquet_kv_metadata(${source}) WHERE decode(key) = 'report'`,
  );
  connection.closeSync();
  instance.closeSync();
  const report: unknown = JSON.parse(String(told.getRows()[0]?.[0]));
  return { columns: names.map((name, at) => [name, types[at]]), rows: rows.getRowsJS() satisfies JS[][], report };
};

const rowsOf = async (rule: Partial<RunRule>, choice?: Choice) => read(await written(rule, choice));

test('the rows of one rule stand in its own columns, in its order, numbers as numbers and truths as truths', async () => {
  const sql = `SELECT studentUniqueId AS id, CAST(studentUniqueId AS INTEGER) AS whole,
      CAST(studentUniqueId AS DOUBLE) / 2 AS half, 1.50 AS fixed, studentUniqueId = '2' AS "second?",
      DATE '2025-07-30' AS day, NULL AS nothing, CASE WHEN studentUniqueId = '1' THEN 7 END AS rare FROM students`;
  const { columns, rows } = await rowsOf({ sql });
  expect(columns).toEqual([
    ['id', 'VARCHAR'],
    ['whole', 'BIGINT'],
    ['half', 'DOUBLE'],
    ['fixed', 'DOUBLE'],
    ['second?', 'BOOLEAN'],
    ['day', 'VARCHAR'],
    ['nothing', 'VARCHAR'],
    ['rare', 'BIGINT'],
  ]);
  expect(rows).toEqual([
    ['1', 1n, 0.5, 1.5, false, '2025-07-30', null, 7n],
    ['2', 2n, 1, 1.5, true, '2025-07-30', null, null],
    ['3', 3n, 1.5, 1.5, false, '2025-07-30', null, null],
  ]);
});

test('where one value of a column is no number that every reader can hold, all of them stand there as texts', async () => {
  const large = `CASE WHEN studentUniqueId = '1' THEN 9007199254740993 ELSE 12 END`;
  const endless = `CASE WHEN studentUniqueId = '1' THEN 'Infinity'::DOUBLE ELSE 0.5 END`;
  const beyond = `CAST(CASE WHEN studentUniqueId = '1' THEN 9500000000000000000 ELSE -7 END AS DECIMAL(19, 0))`;
  const sql = `SELECT ${large} AS large, ${endless} AS endless, ${beyond} AS beyond,
      studentUniqueId AS id FROM students WHERE studentUniqueId < '3'`;
  const { columns, rows } = await rowsOf({ sql });
  expect(columns.slice(0, 3)).toEqual([
    ['large', 'VARCHAR'],
    ['endless', 'VARCHAR'],
    ['beyond', 'DOUBLE'],
  ]);
  expect(rows).toEqual([
    ['12', '0.5', -7, '2'],
    ['9007199254740993', 'inf', 9.5e18, '1'],
  ]);
});

test('names are those of the rule, however odd, and one that stands twice is told apart as in every other format', async () => {
  const odd = ['1', 'a/b~c', '~1', '$.*', '*', "it's", '"', '\\', ' ', '#[0]', 'naïve\n\u202e', 'Rule Code'];
  const named = odd.map((name, at) => `'${at}' AS "${name.replaceAll('"', '""')}"`).join(', ');
  const { columns, rows } = await rowsOf({ sql: `SELECT ${named}, 'a' AS x, 'b' AS x, 'c' AS "X" FROM students` });
  expect(columns.map(([name]) => name)).toEqual([...odd, 'x', 'x_1', 'X_2']);
  expect(rows[2]).toEqual([...odd.map((_, at) => String(at)), 'a', 'b', 'c']);
});

test('a rule without rows gives its columns and no row', async () => {
  const { columns, rows, report } = await rowsOf({ sql: 'SELECT 1 AS a, firstName FROM students WHERE false' });
  expect(columns).toEqual([
    ['a', 'VARCHAR'],
    ['firstName', 'VARCHAR'],
  ]);
  expect(rows).toEqual([]);
  expect(report).toMatchObject({ results: [{ outcome: 'PASSED', count: 0, rowsKept: 0 }] });
});

test('a rule that could not be checked has no column of its own; its file holds no row and says why', async () => {
  const { columns, rows, report } = await rowsOf({ sql: 'SELECT * FROM notes' });
  expect(columns).toEqual([['Rule Code', 'VARCHAR']]);
  expect(rows).toEqual([]);
  expect(report).toMatchObject({ results: [{ outcome: 'NOT_APPLICABLE', problem: 'Never delivered: notes.' }] });
});

test('the file tells of its rows what the JSON report tells, also that not all of them are kept', async () => {
  const { rows, report } = await rowsOf({}, { rowsPerRule: 2 });
  expect(rows).toEqual([['1'], ['2']]);
  expect(report).toMatchObject({
    header,
    results: [{ ruleCode: 'R2', ruleName: 'A rule', severity: 'WARNING', count: 3, rowsKept: 2 }],
  });
});

test('of one cause it holds those rows alone', async () => {
  const sql = `SELECT studentUniqueId AS id, CASE WHEN studentUniqueId < '3' THEN 'Moved' END AS why FROM students`;
  const { rows, report } = await rowsOf({ sql, causeColumn: 'why' }, { cause: 'Moved' });
  expect(rows).toEqual([
    ['1', 'Moved'],
    ['2', 'Moved'],
  ]);
  expect(report).toMatchObject({ results: [{ count: 2, rowsKept: 2 }] });
});

test('the same findings and header give the same bytes', async () => {
  const [one, other] = await Promise.all([written({}), written({})]);
  expect(await readFile(other)).toEqual(await readFile(one));
});
