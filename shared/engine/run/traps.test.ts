import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFindings } from '../findings/findings.ts';
import { openSandbox } from '../sandbox/instance.ts';
import { bundledChild } from '../testing/bundled-child.ts';
import { aRun, smallDistrict } from '../testing/small-district.ts';
import type { DeliveredDataset, RunJob } from './job.ts';
import { runRules } from './run-rules.ts';

let folder = '';
let childPath = '';
let district: readonly DeliveredDataset[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-traps-'));
  childPath = await bundledChild(build, folder);
  const students = Array.from({ length: 1_415 }, (_, at) => ({ studentUniqueId: String(at), firstName: `N${at % 7}` }));
  district = await smallDistrict(folder, { students });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (rules: Parameters<typeof aRun>[2], change: Partial<RunJob> = {}) =>
  runRules(aRun(folder, district, rules, change), { childPath });

const pairs = 'SELECT s.studentUniqueId AS one, t.studentUniqueId AS other FROM students s, students t';
const first = (rows: number): string =>
  `${pairs} WHERE CAST(s.studentUniqueId AS INTEGER) * 1415 + CAST(t.studentUniqueId AS INTEGER) < ${rows}`;

const keptOf = async (file: string, codes: readonly string[]): Promise<readonly number[]> => {
  const findings = await openFindings(file);
  const kept: number[] = [];
  for (const ruleCode of codes) kept.push((await findings.page({ ruleCode, offset: 0, limit: 1 })).total);
  findings.close();
  return kept;
};

test('none, a few, many and two million rows are counted exactly, and each rule leaves the next unharmed', async () => {
  const rules = [{ sql: first(0) }, { sql: first(173) }, { sql: first(100_001) }, { sql: pairs }, { sql: first(173) }];
  const limits = { secondsPerRule: 60, secondsPerRun: 120, rowsPerRule: 1_000_000, memoryMb: 256, threads: 2 };
  const { results, findingsFile } = await run(rules, { limits });
  expect(results.map(({ outcome, count }) => [outcome, count])).toEqual([
    ['PASSED', 0],
    ['FINDINGS', 173],
    ['FINDINGS', 100_001],
    ['FINDINGS', 2_002_225],
    ['FINDINGS', 173],
  ]);
  const codes = results.map(({ ruleCode }) => ruleCode);
  expect(await keptOf(findingsFile, codes)).toEqual([0, 173, 100_001, 1_000_000, 173]);
}, 120_000);

test('the rows of a rule come in the same order whatever the threads, and so do the bytes', async () => {
  const rules = [{ sql: first(150_001) }];
  const with2 = {
    limits: { secondsPerRule: 60, secondsPerRun: 120, rowsPerRule: 1_000_000, memoryMb: 256, threads: 2 },
  };
  const [one, other] = [await run(rules), await run(rules, with2)];
  expect(one.results[0]?.count).toBe(150_001);
  expect((await readFile(other.findingsFile)).equals(await readFile(one.findingsFile))).toBe(true);
}, 120_000);

test('a rule that is stopped among its rows has no rows: half an answer would look like a whole one', async () => {
  const limits = { secondsPerRule: 0.3, secondsPerRun: 120, rowsPerRule: 100, memoryMb: 256, threads: 1 };
  const many = `SELECT s.firstName || t.firstName || u.n AS name FROM students s, students t, (VALUES (1), (2), (3), (4),
    (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15), (16), (17), (18), (19), (20), (21), (22)) u(n)`;
  const { results, findingsFile } = await run([{ sql: many }, { sql: first(0), code: 'after' }], { limits });
  expect(results[0]).toMatchObject({ outcome: 'ERRORED', count: 0, problemCode: 'RULE_TIMED_OUT' });
  expect(results[1]).toMatchObject({ ruleCode: 'after' });
  expect(await keptOf(findingsFile, ['R1'])).toEqual([0]);
});

test('a decimal that no number of JSON can hold is told as text, to its last digit', async () => {
  const wide = '12345678901234567890.123456789';
  const { findingsFile } = await run([
    {
      sql: `SELECT ${wide}::DECIMAL(38,9) AS wide, 0.1::DECIMAL(4,1) AS narrow, 90071992547409.93::DECIMAL(18,2) AS edge`,
    },
  ]);
  const findings = await openFindings(findingsFile);
  const { items } = await findings.page({ offset: 0, limit: 1 });
  findings.close();
  expect(items[0]?.row).toEqual({ wide, narrow: 0.1, edge: '90071992547409.93' });
});

describe('the sandbox', () => {
  test.each([
    ['an address in place of a table', `FROM 's3://bucket/file.parquet'`],
    ['a web address', `FROM read_csv('https://attacker.example/x.csv')`],
    ['a type of an extension', `SELECT '127.0.0.1'::INET`],
    ['a function of an extension', `PRAGMA create_fts_index('a', 'b', 'c')`],
    ['an installation', 'INSTALL httpfs'],
    ['a loading', 'LOAD httpfs'],
    ['settings, once they are locked', 'SET autoinstall_known_extensions = true'],
  ])('fetches no extension for %s', async (_what, sql) => {
    const sandbox = await openSandbox(join(folder, crypto.randomUUID()), { memoryMb: 256, threads: 1 });
    await sandbox.lock([]);
    const fault: unknown = await sandbox.connection.run(sql).catch((thrown: unknown) => thrown);
    sandbox.close();
    expect(fault).toBeInstanceOf(Error);
    // What was tried and failed would be told as a download that did not work.
    expect(String(fault)).not.toMatch(/download|could not establish|HTTP Error|resolve/i);
  });
});
