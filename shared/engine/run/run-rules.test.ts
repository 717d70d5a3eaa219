import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { legalRules } from '../gate/legal-rules.ts';
import { openFindings } from '../findings/findings.ts';
import { EngineFault } from '../sandbox/engine-process.ts';
import { bundledChild } from '../testing/bundled-child.ts';
import { aRun, smallDistrict } from '../testing/small-district.ts';
import type { DeliveredDataset, RunJob } from './job.ts';
import { runRules } from './run-rules.ts';

let folder = '';
let childPath = '';
let district: readonly DeliveredDataset[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-run-'));
  childPath = await bundledChild(build, folder);
  district = await smallDistrict(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = async (rules: Parameters<typeof aRun>[2], change: Partial<RunJob> = {}) =>
  runRules(aRun(folder, change.datasets ?? district, rules, change), { childPath });

const outcomesOf = async (rules: Parameters<typeof aRun>[2], change: Partial<RunJob> = {}) =>
  (await run(rules, change)).results.map(({ outcome, count, problemCode }) => [outcome, count, problemCode]);

const rowsOf = async (file: string) => {
  const findings = await openFindings(file);
  const page = await findings.page({ offset: 0, limit: 200 });
  findings.close();
  return page.items.map(({ ruleCode, row }) => [ruleCode, row]);
};

// Concatenating doubles: a value of 4 GB from one row of data, by allowed functions alone.
const memoryBomb = `WITH ${Array.from({ length: 30 }, (_, step) =>
  step === 0 ? `s0 AS (SELECT firstName AS x FROM students)` : `s${step} AS (SELECT x || x AS x FROM s${step - 1})`,
).join(', ')} SELECT length(x) AS n FROM s29`;

// Few enough pairs for the look at its plan, and far too many for half a second.
const copies = Array.from('abcdefghijklmnopq');
const endless = `SELECT count(*) AS n FROM ${copies.map((name) => `students ${name}`).join(', ')}
  WHERE ${copies.map((name) => `${name}.firstName`).join(' || ')} LIKE '%z%z%'`;

test('each rule tells what it found, in rule order and with its columns', async () => {
  const { results, recordsRead, engineVersion, findingsFile } = await run([
    { sql: `SELECT firstName AS "First Name", studentUniqueId AS id FROM students WHERE firstName > 'B'`, order: 2 },
    { sql: `SELECT 1 AS x FROM students WHERE firstName = 'Zoe'`, order: 1 },
    { sql: 'SELECT schoolId, count(*) AS n FROM enrollments GROUP BY ALL', kind: 'LISTING', order: 0 },
  ]);
  expect(results).toMatchObject([
    { ruleCode: 'R3', outcome: 'LISTED', count: 2, columns: ['schoolId', 'n'], problem: null },
    { ruleCode: 'R2', outcome: 'PASSED', count: 0, columns: ['x'] },
    { ruleCode: 'R1', outcome: 'FINDINGS', count: 2, columns: ['First Name', 'id'] },
  ]);
  expect([recordsRead, engineVersion]).toEqual([6, expect.stringMatching(/^duckdb v1\./)]);
  expect(await rowsOf(findingsFile)).toEqual([
    ['R3', { schoolId: 'north', n: 2 }],
    ['R3', { schoolId: 'south', n: 1 }],
    ['R1', { 'First Name': 'Ben', id: '2' }],
    ['R1', { 'First Name': 'Cem', id: '3' }],
  ]);
});

test('rows are counted by the column that the rule names, and chosen by it', async () => {
  const five = Array.from('abcde');
  const { results, findingsFile } = await run([
    {
      sql: `SELECT studentUniqueId AS id, nullif(schoolId, 'south') AS "The ""school" FROM enrollments`,
      causeColumn: 'The "school',
    },
    { sql: 'SELECT studentUniqueId AS id FROM enrollments', causeColumn: 'schoolId' },
    {
      sql: `SELECT concat(${five.map((name) => `${name}.firstName`).join(', ')}) AS why FROM ${five.map((name) => `students ${name}`).join(', ')}`,
      causeColumn: 'why',
    },
  ]);
  expect(results.map(({ causeColumn }) => causeColumn)).toEqual(['The "school', null, 'why']);
  const findings = await openFindings(findingsFile);
  const page = await findings.page({ ruleCode: 'R1', cause: '', counted: ['R1', 'R3'], offset: 0, limit: 9 });
  expect(page).toMatchObject({ total: 1, items: [{ row: { 'The "school': null } }] });
  expect(page.causes['R1']).toEqual([
    { cause: 'north', count: 2 },
    { cause: '', count: 1 },
  ]);
  expect(page.causes['R3']?.map(({ count }) => count)).toEqual(Array.from({ length: 100 }, () => 1));
  findings.close();
});

test('the year and the as-of date come from the certification view', async () => {
  const { findingsFile } = await run([{ sql: 'SELECT * FROM certification' }]);
  expect(await rowsOf(findingsFile)).toEqual([
    [
      'R1',
      { reporting_year: 2022, as_of: '2021-09-01', school_year_start: '2021-07-01', school_year_end: '2022-06-30' },
    ],
  ]);
});

test('numbers that JSON cannot hold are told as text, everything else as what it is', async () => {
  const { findingsFile } = await run([
    {
      sql: `SELECT 1.50 AS a, 9007199254740993 AS b, 'NaN'::DOUBLE AS c, true AS d, NULL AS e,
        TIMESTAMP '2022-01-01 10:00:00' AS f, DATE '2022-01-01' AS g, INTERVAL 1 DAY AS h, 7::HUGEINT AS i`,
    },
  ]);
  const row = { a: 1.5, b: '9007199254740993', c: 'nan', d: true, e: null, f: '2022-01-01 10:00:00', g: '2022-01-01' };
  expect(await rowsOf(findingsFile)).toEqual([['R1', { ...row, h: '1 day', i: 7 }]]);
});

test('two runs over the same data give the same findings to the byte, whatever the thread count', async () => {
  const rules = [{ sql: 'SELECT a.firstName, b.schoolId FROM students a, enrollments b' }];
  const limits = { secondsPerRule: 20, secondsPerRun: 120, rowsPerRule: 1_000_000, memoryMb: 256, threads: 2 };
  const [one, other] = [await run(rules), await run(rules, { limits })];
  expect(await readFile(other.findingsFile)).toEqual(await readFile(one.findingsFile));
});

test('a dataset never delivered makes a rule not applicable, or an error where it is required', async () => {
  const sql = 'SELECT studentUniqueId FROM students SEMI JOIN notes USING (studentUniqueId)';
  expect(await outcomesOf([{ sql }, { sql, requiredDatasets: ['notes'] }, {}])).toEqual([
    ['NOT_APPLICABLE', 0, 'DATASET_NOT_DELIVERED'],
    ['ERRORED', 0, 'DATASET_NOT_DELIVERED'],
    ['FINDINGS', 3, null],
  ]);
});

test('a run for one school sees the rows of that school only, directly and through its enrollments', async () => {
  const { results, recordsRead, findingsFile } = await run(
    [{}, { sql: 'SELECT studentUniqueId FROM enrollments' }, { sql: 'SELECT count(*) AS n FROM students' }],
    { schoolId: 'south' },
  );
  expect(results.map(({ count }) => count)).toEqual([1, 1, 1]);
  expect([recordsRead, await rowsOf(findingsFile)]).toEqual([
    2,
    [
      ['R1', { studentUniqueId: '3' }],
      ['R2', { studentUniqueId: '3' }],
      ['R3', { n: 1 }],
    ],
  ]);
});

test('without the enrollments no student can be told to be of a school, so none is shown', async () => {
  const datasets = await smallDistrict(join(folder, 'unenrolled'), { enrollments: null });
  expect(await outcomesOf([{}], { datasets, schoolId: 'south' })).toEqual([
    ['NOT_APPLICABLE', 0, 'DATASET_NOT_DELIVERED'],
  ]);
});

test('whoever a school has in another of the datasets that lead to it is one of its students, too', async () => {
  const [students, enrollments, ...others] = await smallDistrict(join(folder, 'attending'));
  if (students === undefined || enrollments === undefined) throw new Error('there are students and enrollments');
  const schoolThroughAlso = [{ dataset: 'attendance', column: 'studentUniqueId' }];
  const attendance = {
    declaration: { ...enrollments.declaration, name: 'attendance' },
    files: enrollments.files,
  };
  const declaration = { ...students.declaration, schoolThroughAlso };
  const seen = (datasets: readonly DeliveredDataset[]) => outcomesOf([{}], { datasets, schoolId: 'north' });
  const reached = { ...students, declaration };
  const undelivered = { ...enrollments, files: null };
  expect(await seen([reached, undelivered, attendance, ...others])).toEqual([['FINDINGS', 2, null]]);
  expect(await seen([reached, enrollments, attendance, ...others])).toEqual([['FINDINGS', 2, null]]);
  expect(await seen([reached, enrollments, { ...attendance, files: null }])).toEqual([['FINDINGS', 2, null]]);
  expect(await seen([reached, undelivered, { ...attendance, files: null }])).toEqual([
    ['NOT_APPLICABLE', 0, 'DATASET_NOT_DELIVERED'],
  ]);
});

test('a file written before a column was declared reads as empty in it, beside a file that has it', async () => {
  const [students, ...others] = district;
  if (students === undefined) throw new Error('there are students');
  const later = { name: 'nickname', type: 'string', required: false } as const;
  const declaration = { ...students.declaration, columns: [...students.declaration.columns, later] };
  const files = students.files === null ? null : [...students.files, ...students.files];
  const outcome = await run([{ sql: 'SELECT count(*) AS n, count(nickname) AS named FROM students' }], {
    datasets: [{ declaration, files }, ...others],
  });
  expect(await rowsOf(outcome.findingsFile)).toEqual([['R1', { n: 6, named: 0 }]]);
});

test('a school called like a piece of SQL is only a name that no row has', async () => {
  expect(await outcomesOf([{}], { schoolId: "south' OR 'a' = 'a" })).toEqual([['PASSED', 0, null]]);
});

test('a rule that fails is an error without the value it failed on, and the others still run', async () => {
  const { results } = await run([{ sql: 'SELECT CAST(firstName AS INTEGER) AS n FROM students' }, {}]);
  expect(results).toMatchObject([
    { outcome: 'ERRORED', count: 0, problemCode: 'RULE_FAILED', problem: 'The rule stopped with Conversion Error.' },
    { outcome: 'FINDINGS', count: 3 },
  ]);
});

test('what is no rule is an error with the code of the gate, and the others still run', async () => {
  const rules = [{ sql: 'DROP VIEW students' }, { sql: `SELECT * FROM read_text('/etc/passwd')` }, {}];
  expect(await outcomesOf(rules)).toEqual([
    ['ERRORED', 0, 'RULE_NOT_SELECT'],
    ['ERRORED', 0, 'RULE_TABLE_FUNCTION'],
    ['FINDINGS', 3, null],
  ]);
});

test('a rule that takes too long is stopped at its limit, and the others still run', async () => {
  const limits = { secondsPerRule: 0.5, secondsPerRun: 120, rowsPerRule: 100, memoryMb: 256, threads: 1 };
  expect(await outcomesOf([{}, { sql: endless }, {}], { limits })).toEqual([
    ['FINDINGS', 3, null],
    ['ERRORED', 0, 'RULE_TIMED_OUT'],
    ['FINDINGS', 3, null],
  ]);
});

test('a run gives its rules no more than its own time: what answered keeps its answer, and the last are not begun', async () => {
  const limits = { secondsPerRule: 20, secondsPerRun: 10, rowsPerRule: 100, memoryMb: 256, threads: 1 };
  const { results } = await run([{}, { sql: endless }, {}], { limits });
  expect(results.map(({ outcome, count, problemCode }) => [outcome, count, problemCode])).toEqual([
    ['FINDINGS', 3, null],
    ['ERRORED', 0, 'RULE_TIMED_OUT'],
    ['ERRORED', 0, 'RULE_NOT_BEGUN'],
  ]);
  expect(Number(results[1]?.problemFacts['seconds'])).toBeLessThan(10);
});

test('a rule that makes gigabytes out of a name is an error, and the others still run', async () => {
  const rules = [{}, { sql: memoryBomb }, {}];
  const { results } = await run(rules);
  expect(results.map(({ outcome }) => outcome)).toEqual(['FINDINGS', 'ERRORED', 'FINDINGS']);
  expect(['RULE_OUT_OF_MEMORY', 'RULE_ENGINE_ENDED', 'RULE_TIMED_OUT']).toContain(results[1]?.problemCode);
});

test('rows beyond the limit are counted and not kept', async () => {
  const limits = { secondsPerRule: 20, secondsPerRun: 120, rowsPerRule: 2, memoryMb: 256, threads: 1 };
  const { results, findingsFile } = await run([{}], { limits });
  expect([results[0]?.count, (await rowsOf(findingsFile)).length]).toEqual([3, 2]);
});

test('progress is told rule by rule and nothing but the findings is left in the work folder', async () => {
  const told: number[] = [];
  const job = aRun(folder, district, [{}, {}]);
  await runRules(job, { childPath, onProgress: ({ done, total }) => told.push(done / total) });
  expect([new Set(told), await readdir(job.workFolder)]).toEqual([new Set([0, 0.5, 1]), ['run-findings.parquet']]);
});

test('a run that is aborted ends its process at once', async () => {
  const stop = new AbortController();
  const started = performance.now();
  const running = runRules(aRun(folder, district, [{}, { sql: endless }]), {
    childPath,
    signal: stop.signal,
    onProgress: ({ done }) => done === 1 && stop.abort(new Error('the run was cancelled')),
  });
  await expect(running).rejects.toThrow('the run was cancelled');
  expect(performance.now() - started).toBeLessThan(15_000);
});

test('odd rules that nobody tuned for are answered right', async () => {
  const { results } = await run(legalRules.map(([, sql]) => ({ sql, kind: 'LISTING' as const })));
  const told = results.map(({ outcome, count, problem }, place) => [legalRules[place]?.[0], outcome, count, problem]);
  expect(told).toEqual(legalRules.map(([what, , rows]) => [what, 'LISTED', rows, null]));
});

test('a rule asks for its parameters by name', async () => {
  const parameters = [{ name: 'least', type: 'STRING', default: 'B' }] as const;
  expect(await outcomesOf([{ sql: 'SELECT firstName FROM students WHERE firstName > $least', parameters }])).toEqual([
    ['FINDINGS', 2, null],
  ]);
});

describe('a rule over the previous certified snapshot', () => {
  const gone = 'SELECT studentUniqueId FROM previous.students ANTI JOIN students USING (studentUniqueId)';
  const before = () =>
    smallDistrict(join(folder, crypto.randomUUID()), {
      students: ['1', '8', '9'].map((studentUniqueId) => ({ studentUniqueId })),
      enrollments: [
        { studentUniqueId: '1', schoolId: 'north' },
        { studentUniqueId: '8', schoolId: 'north' },
        { studentUniqueId: '9', schoolId: 'south' },
      ],
    });

  test('compares with what was certified then, for a school with its own rows of both', async () => {
    const previous = await before();
    expect(await outcomesOf([{ sql: gone }], { previous })).toEqual([['FINDINGS', 2, null]]);
    expect(await outcomesOf([{ sql: gone }], { previous, schoolId: 'south' })).toEqual([['FINDINGS', 1, null]]);
  });

  test('does not apply where nothing was certified before, or not this dataset', async () => {
    expect(await outcomesOf([{ sql: gone }, {}])).toEqual([
      ['NOT_APPLICABLE', 0, 'NOTHING_CERTIFIED_BEFORE'],
      ['FINDINGS', 3, null],
    ]);
    const notes = 'SELECT note FROM previous.notes';
    expect(await outcomesOf([{ sql: notes }], { previous: await before() })).toEqual([
      ['NOT_APPLICABLE', 0, 'NOTHING_CERTIFIED_BEFORE'],
    ]);
  });
});

describe('a join that compares every row with every row', () => {
  const many = Array.from({ length: 4_000 }, (_, place) => ({ studentUniqueId: String(place) }));
  const open = `SELECT s.studentUniqueId FROM students s ANTI JOIN enrollments e
    ON s.studentUniqueId = e.studentUniqueId AND (e.schoolId IS NULL OR s.firstName <= e.schoolId)`;
  const far = `SELECT s.studentUniqueId FROM students s, students t, students u WHERE s.firstName || t.firstName <> u.firstName`;

  test('is run in a form that answers the same, or not begun when it would not end', async () => {
    const datasets = await smallDistrict(join(folder, 'many'), { students: many });
    const limits = { secondsPerRule: 10, secondsPerRun: 120, rowsPerRule: 100, memoryMb: 256, threads: 1 };
    expect(await outcomesOf([{ sql: open }, { sql: far }, {}], { datasets, limits })).toEqual([
      ['FINDINGS', 4_000, null],
      ['ERRORED', 0, 'RULE_SLOW_JOIN'],
      ['FINDINGS', 4_000, null],
    ]);
  });
});

test('a broken data file is a fault of the run, not a finding', async () => {
  const broken = join(folder, 'broken.parquet');
  await writeFile(broken, 'not parquet');
  const datasets = district.map((dataset, index) => (index === 0 ? { ...dataset, files: [broken] } : dataset));
  await expect(run([{}], { datasets })).rejects.toThrow(EngineFault);
});

test('two rules of one code are a fault: their findings could not be told apart', async () => {
  await expect(run([{ code: 'X' }, { code: 'X' }])).rejects.toThrow('the same code');
});
