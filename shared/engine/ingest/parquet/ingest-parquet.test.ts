import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { build } from 'esbuild';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quotedText } from '../../sandbox/sql-text.ts';
import { bundledChild } from '../../testing/bundled-child.ts';
import { anIngestJob } from '../../testing/deliveries.ts';
import { ingestFile } from '../ingest-file.ts';
import { ingestInChild } from '../ingest-in-child.ts';
import { type IngestJob, refusedRowsPath } from '../job.ts';

let folder = '';
let duckdb: DuckDBInstance;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-parquet-'));
  duckdb = await DuckDBInstance.create(':memory:');
});
afterAll(async () => {
  duckdb.closeSync();
  await rm(folder, { recursive: true, force: true });
});

const rowsOf = async (sql: string) => {
  const connection = await duckdb.connect();
  return (await connection.runAndReadAll(sql)).getRowsJson();
};

let files = 0;
/** The bytes of a Parquet file with the rows of a query. */
const parquet = async (sql: string): Promise<Buffer> => {
  const path = join(folder, `made-${(files += 1)}.parquet`);
  await rowsOf(`COPY (${sql}) TO ${quotedText(path)} (FORMAT parquet)`);
  return readFile(path);
};

const ingest = async (
  content: string | Uint8Array,
  format: 'CSV' | 'PARQUET' = 'PARQUET',
  change: Partial<IngestJob> = {},
) => {
  const job = await anIngestJob(folder, content, { format, ...change });
  return { job, outcome: await ingestInChild(job) };
};

const asDelivered = `SELECT '1' AS studentUniqueId, 'A' AS schoolId, DATE '2021-08-23' AS entryDate, 0.5::DECIMAL(4,2) AS fte,
  3::SMALLINT AS days, true AS active, TIMESTAMPTZ '2021-08-23 10:00:00-06' AS changedAt, 'F' AS sex`;

describe('a Parquet file', () => {
  test('becomes the same bytes as the same rows in CSV, whatever types its columns have', async () => {
    const csv = await ingest(
      'studentUniqueId,schoolId,entryDate,fte,days,active,changedAt,sex\n1,A,2021-08-23,0.5,3,true,2021-08-23T10:00:00-06:00,F\n',
      'CSV',
    );
    const expected = await readFile(csv.job.target);
    const others = asDelivered
      .replace('0.5::DECIMAL(4,2)', '0.5::DOUBLE')
      .replace('3::SMALLINT', "'3'")
      .replace('TIMESTAMPTZ', 'TIMESTAMP')
      .replace('10:00:00-06', '16:00:00');
    for (const sql of [asDelivered, others]) {
      const found = await ingest(await parquet(sql));
      expect(found.outcome).toMatchObject({ ok: true, value: { rows: 1 } });
      // The decimal 0.5 and 0.500000 are one value of the declared type.
      expect(await readFile(found.job.target)).toEqual(expected);
    }
  });

  test.each([
    ["TIMESTAMP '2021-08-23 10:00:00.123456'", '2021-08-23T10:00:00.123456Z'],
    ["TIMESTAMPTZ '2021-08-23 10:00:00.1-06'", '2021-08-23T10:00:00.1000000-06:00'],
    ["TIMESTAMP_NS '2021-08-23 10:00:00.123456'", '2021-08-23T11:00:00.123456000+01:00'],
  ])('keeps moments to the microsecond, as CSV does: %s', async (moment, text) => {
    const csv = await ingest(`studentUniqueId,entryDate,changedAt\n1,2021-08-23,${text}\n`, 'CSV');
    const sql = `SELECT '1' AS studentUniqueId, DATE '2021-08-23' AS entryDate, ${moment} AS changedAt`;
    const found = await ingest(await parquet(sql));
    expect(await readFile(found.job.target)).toEqual(await readFile(csv.job.target));
    const kept = `SELECT changedAt = ${moment}::TIMESTAMP FROM read_parquet(${quotedText(found.job.target)})`;
    expect(await rowsOf(`SET TimeZone = 'UTC'; ${kept}`)).toEqual([[true]]);
  });

  test('whose column has a name of the reader itself is read and handed back like any other', async () => {
    const mapping = { columns: { file_row_number: 'days' }, ignored: [':row'] };
    const numbered = asDelivered.replace('AS days', `AS file_row_number, 'x' AS ":row"`);
    const sound = await ingest(await parquet(numbered), 'PARQUET', { mapping });
    expect(sound.outcome).toMatchObject({ ok: true, value: { rows: 1 } });
    const wrong = numbered.replace("'F'", "'Q'");
    const { job, outcome } = await ingest(await parquet(`${numbered} UNION ALL ${wrong}`), 'PARQUET', { mapping });
    expect(outcome).toMatchObject({ failure: { refusedRows: 1, problems: [{ line: 2, column: 'sex' }] } });
    const back = `SELECT file_row_number, ":row", sex, _code FROM read_parquet(${quotedText(refusedRowsPath(job.target))})`;
    expect(await rowsOf(back)).toEqual([[3, 'x', 'Q', 'NOT_IN_CODES']]);
  });

  test('of more rows than any district has is refused before they are read, however small it is', {
    timeout: 60_000,
  }, async () => {
    const { outcome } = await ingest(await parquet('SELECT NULL::VARCHAR AS studentUniqueId FROM range(100_000_001)'));
    expect(outcome).toMatchObject({ failure: { problems: [{ line: 0, code: 'FILE_TOO_LARGE' }] } });
  });

  test('that describes itself at great length is refused before that is read', async () => {
    const good = await parquet(asDelivered);
    const end = Buffer.alloc(8, 'PAR1');
    end.writeUInt32LE(20_000_000);
    const { outcome } = await ingest(Buffer.concat([good, Buffer.alloc(20_000_000), end]));
    expect(outcome).toMatchObject({ failure: { problems: [{ line: 0, code: 'FILE_TOO_LARGE' }] } });
  });

  test.each([
    [
      'a student number that is a number',
      ["'1' AS studentUniqueId", '1 AS studentUniqueId'],
      [0, 'studentUniqueId', 'WRONG_TYPE'],
    ],
    ['a list', ["'F' AS sex", "['F'] AS sex"], [0, 'sex', 'WRONG_TYPE']],
    ['a structure', ["'F' AS sex", "{'a': 'F'} AS sex"], [0, 'sex', 'WRONG_TYPE']],
    ['a column nobody declared', ["'F' AS sex", "'F' AS lunch"], [0, 'lunch', 'UNKNOWN_COLUMN']],
    ['no entry date', ["DATE '2021-08-23' AS entryDate,", ''], [0, 'entryDate', 'MISSING_COLUMN']],
    ['NaN', ['0.5::DECIMAL(4,2)', "'NaN'::DOUBLE"], [1, 'fte', 'WRONG_TYPE']],
    ['an amount past all amounts', ['0.5::DECIMAL(4,2)', '1e300::DOUBLE'], [1, 'fte', 'WRONG_TYPE']],
    ['a huge whole number', ['3::SMALLINT', '9999999999999999::BIGINT'], [1, 'days', 'WRONG_TYPE']],
    [
      'no value where one must be',
      ["'1' AS studentUniqueId", 'NULL::VARCHAR AS studentUniqueId'],
      [1, 'studentUniqueId', 'REQUIRED'],
    ],
    [
      'a moment between two microseconds',
      ["TIMESTAMPTZ '2021-08-23 10:00:00-06'", "TIMESTAMP_NS '2021-08-23 10:00:00.123456789'"],
      [1, 'changedAt', 'NOT_A_DATE'],
    ],
    [
      'no moment at all',
      ["TIMESTAMPTZ '2021-08-23 10:00:00-06'", "'infinity'::TIMESTAMP"],
      [1, 'changedAt', 'NOT_A_DATE'],
    ],
    ['a code nobody declared', ["'F' AS sex", "'Q' AS sex"], [1, 'sex', 'NOT_IN_CODES']],
  ] as const)('with %s is refused with its place', async (_what, [part, instead], expected) => {
    const { outcome } = await ingest(await parquet(asDelivered.replace(part, instead)));
    const problems = outcome.ok ? [] : outcome.failure.problems;
    expect(problems.map(({ line, column, code }) => [line, column, code])).toEqual([expected]);
  });

  test('that is refused comes back with its refused rows', async () => {
    const { job, outcome } = await ingest(
      await parquet(`${asDelivered} UNION ALL ${asDelivered.replace("'F'", "'Q'")}`),
    );
    expect(outcome).toMatchObject({ ok: false, failure: { refusedRows: 1, problemCount: 1 } });
    const refused = `read_parquet(${quotedText(refusedRowsPath(job.target))})`;
    expect(await rowsOf(`SELECT studentUniqueId, sex, _severity, _code FROM ${refused}`)).toEqual([
      ['1', 'Q', 'FATAL', 'NOT_IN_CODES'],
    ]);
    // Its notes are left out when it is refused again, and passed over when it is right.
    const again = await ingest(await parquet(`SELECT * REPLACE ('P' AS sex) FROM ${refused}`));
    expect(again.outcome).toMatchObject({ failure: { refusedRows: 1, problemCount: 1 } });
    const twice = `read_parquet(${quotedText(refusedRowsPath(again.job.target))})`;
    const corrected = await ingest(await parquet(`SELECT * REPLACE ('M' AS sex) FROM ${twice}`));
    expect(corrected.outcome).toMatchObject({ ok: true, value: { rows: 1 } });
  });

  test('cut off, torn or invented is refused and nothing else happens', { timeout: 120_000 }, async () => {
    const childPath = await bundledChild(build, folder);
    const good = await parquet(
      `SELECT range::VARCHAR AS studentUniqueId, 'A' AS schoolId, DATE '2021-08-23' AS entryDate FROM range(500)`,
    );
    const torn = fc.oneof(
      fc.nat(good.length - 1).map((at) => good.subarray(0, at)),
      fc.tuple(fc.nat(good.length - 1), fc.uint8Array({ minLength: 1, maxLength: 8 })).map(([at, bytes]) => {
        const copy = Buffer.from(good);
        copy.set(bytes.slice(0, copy.length - at), at);
        return copy;
      }),
    );
    for (const content of fc.sample(torn, { numRuns: 10, seed: 20_261_126 })) {
      const job = await anIngestJob(folder, content, { format: 'PARQUET' });
      const outcome = await ingestFile(job, { childPath });
      // A byte of a value may change without anybody being able to see it; the file is then a file of other values.
      if (outcome.ok) expect(outcome.value.rows).toBeGreaterThan(0);
      else expect(outcome.failure.problems.length).toBeGreaterThan(0);
    }
  });
});
