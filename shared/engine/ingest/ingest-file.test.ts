import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DatasetDeclaration } from '../declaration.ts';
import { bundledChild } from '../testing/bundled-child.ts';
import { ingestFile } from './ingest-file.ts';
import type { IngestJob } from './job.ts';

const declaration: DatasetDeclaration = {
  name: 'enrollments',
  version: 1,
  title: 'Enrollments',
  columns: [
    { name: 'studentUniqueId', type: 'string', required: true },
    { name: 'schoolId', type: 'string', required: false },
    { name: 'entryDate', type: 'date', required: true },
    { name: 'fte', type: 'decimal', required: false },
  ],
  key: ['studentUniqueId', 'entryDate'],
  schoolColumn: 'schoolId',
  schoolThrough: null,
};

let folder = '';
let childPath = '';
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-ingest-'));
  childPath = await bundledChild(build, folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ingest = async (content: string | Uint8Array, change: Partial<IngestJob> = {}, threads = 1) => {
  const place = join(folder, String((files += 1)));
  await writeFile(`${place}.in`, content);
  const job: IngestJob = {
    source: `${place}.in`,
    format: 'NDJSON',
    gzip: false,
    declaration,
    target: `${place}.parquet`,
    workFolder: `${place}.work`,
    limits: { memoryMb: 256, threads, fileBytes: 50_000_000 },
    ...change,
  };
  const outcome = await ingestFile(job, { childPath });
  return { outcome, target: job.target };
};

const row = (student: number, school: string, entry = '2021-08-23'): string =>
  JSON.stringify({ studentUniqueId: String(student), schoolId: school, entryDate: entry, fte: 1 });

const refusalOf = async (content: string | Uint8Array, change: Partial<IngestJob> = {}) => {
  const { outcome } = await ingest(content, change);
  return outcome.ok ? undefined : outcome.failure;
};

test('a good file becomes one Parquet file with its counts by school and its own hash', async () => {
  const { outcome, target } = await ingest(`\uFEFF${row(2, 'B')}\r\n\n${row(1, 'B')}\n${row(3, 'A')}`);
  const bytes = await readFile(target);
  expect(outcome).toMatchObject({
    ok: true,
    value: {
      rows: 3,
      rowsBySchool: { A: 1, B: 2 },
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    },
  });
});

test('the same rows in any order, packed or not, on one thread or two, give the same bytes', async () => {
  const rows = Array.from({ length: 5_000 }, (_, index) => row(index, `S${index % 7}`));
  const shuffled = rows.toSorted((left, right) => (left.at(-20) ?? '').localeCompare(right.at(-20) ?? '')).toReversed();
  const plain = await ingest(rows.join('\n'));
  const packed = await ingest(gzipSync(shuffled.join('\n')), { gzip: true }, 2);
  expect(await readFile(packed.target)).toEqual(await readFile(plain.target));
});

test('an empty file is a dataset without rows', async () => {
  expect((await ingest('')).outcome).toMatchObject({ ok: true, value: { rows: 0, rowsBySchool: {} } });
});

test('every defect is told with its line, and a repeated key with the line it repeats', async () => {
  const lines = [row(1, 'A'), '{"studentUniqueId": "2",', '[]', row(1, 'B'), '{"studentUniqueId":"3"}', row(1, 'A')];
  expect(await refusalOf(lines.join('\n'))).toEqual({
    problemCount: 5,
    refusedRows: 5,
    problems: [
      { line: 2, column: null, code: 'MALFORMED_JSON', detail: 'the line is not JSON' },
      { line: 3, column: null, code: 'NOT_AN_OBJECT', detail: 'a line must hold one JSON object' },
      { line: 4, column: null, code: 'DUPLICATE_KEY', detail: 'the same key (studentUniqueId, entryDate) as line 1' },
      { line: 5, column: 'entryDate', code: 'REQUIRED', detail: 'must have a value' },
      { line: 6, column: null, code: 'DUPLICATE_KEY', detail: 'the same key (studentUniqueId, entryDate) as line 1' },
    ],
  });
});

test('the first 200 problems are told and all are counted', async () => {
  const refusal = await refusalOf(`${row(1, 'A')}\n`.repeat(1_000));
  expect([refusal?.problemCount, refusal?.problems.length, refusal?.problems[0]?.line]).toEqual([999, 200, 2]);
});

test.each([
  ['more schools than a district has', 5_001, ''],
  ['schools of long ids, as remarks in the wrong column have', 1_000, 'x'.repeat(100)],
])('a file of %s is refused with the name of the column', async (_what, count, remark) => {
  const rows = Array.from({ length: count }, (_row, at) => row(at, `${at}${remark}`));
  const { outcome, target } = await ingest(rows.join('\n'));
  expect(outcome).toMatchObject({
    ok: false,
    failure: { problemCount: 1, refusedRows: 0, problems: [{ line: 0, column: 'schoolId', code: 'TOO_MANY_SCHOOLS' }] },
  });
  await expect(readFile(target)).rejects.toThrow('ENOENT');
});

test('a file of as many schools as are kept is accepted', async () => {
  const { outcome } = await ingest(Array.from({ length: 5_000 }, (_row, at) => row(at, `2559${at}`)).join('\n'));
  expect(outcome).toMatchObject({ ok: true, value: { rows: 5_000 } });
});

test('a refused file leaves no Parquet file behind', async () => {
  const { target } = await ingest('{}');
  await expect(readFile(target)).rejects.toThrow('ENOENT');
});

test('a line over 1 MB is refused and the lines after it are still read', async () => {
  const long = JSON.stringify({ studentUniqueId: '1', entryDate: 'x'.repeat(3_000_000) });
  const refusal = await refusalOf([row(1, 'A'), long, 'nonsense'].join('\n'));
  expect(refusal?.problems.map(({ line, code }) => [line, code])).toEqual([
    [2, 'TOO_LONG'],
    [3, 'MALFORMED_JSON'],
  ]);
});

test('a line that is not UTF-8 is refused with its number', async () => {
  const latin = Buffer.concat([
    Buffer.from(`${row(1, 'A')}\n`),
    Buffer.from('{"studentUniqueId":"Mu\xf1oz"}', 'latin1'),
  ]);
  expect((await refusalOf(latin))?.problems).toMatchObject([{ line: 2, code: 'INVALID_TEXT' }]);
});

test.each([
  ['a gzip bomb', gzipSync(Buffer.alloc(20_000_000)), 'INFLATES_TOO_MUCH'],
  ['a file that says it is packed and is not', Buffer.from(row(1, 'A')), 'NOT_GZIP'],
  ['half of a packed file', gzipSync(row(1, 'A')).subarray(0, 40), 'NOT_GZIP'],
])('%s is refused as a whole', async (_what, content, code) => {
  expect((await refusalOf(content, { gzip: true }))?.problems).toMatchObject([{ line: 0, column: null, code }]);
});

test('a file that holds more than the limit is given up', async () => {
  const refusal = await refusalOf(`${row(1, 'A')}\n`, { limits: { memoryMb: 256, threads: 1, fileBytes: 10 } });
  expect(refusal?.problems).toMatchObject([{ line: 0, code: 'FILE_TOO_LARGE' }]);
});

test('an aborted ingest ends its process and rejects with the reason', async () => {
  const reason = new Error('the worker is told to stop');
  const job = {
    source: '/dev/null',
    format: 'NDJSON',
    gzip: false,
    declaration,
    target: '',
    workFolder: folder,
  } as const;
  const limits = { memoryMb: 256, threads: 1, fileBytes: 10 };
  await expect(ingestFile({ ...job, limits }, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

test('an engine that cannot write is a fault, not a refusal', async () => {
  await expect(ingest(row(1, 'A'), { target: '/nowhere/at/all.parquet' })).rejects.toThrow('without an answer');
});
