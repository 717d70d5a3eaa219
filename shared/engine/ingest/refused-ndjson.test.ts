import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DatasetDeclaration } from '../declaration.ts';
import { ingestInChild } from './ingest-in-child.ts';
import { type IngestJob, refusedRowsPath } from './job.ts';

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
  key: ['studentUniqueId'],
  schoolColumn: 'schoolId',
  schoolThrough: null,
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-again-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const deliver = async (content: string | Uint8Array, change: Partial<IngestJob> = {}) => {
  const place = await mkdtemp(join(folder, 'delivery-'));
  const job: IngestJob = {
    source: join(place, 'delivered'),
    format: 'NDJSON',
    gzip: typeof content !== 'string',
    declaration,
    target: join(place, 'part-0.parquet'),
    workFolder: place,
    limits: { memoryMb: 256, threads: 1, fileBytes: 50_000_000 },
    ...change,
  };
  await writeFile(job.source, content);
  const outcome = await ingestInChild(job);
  const written = await readFile(outcome.ok ? job.target : refusedRowsPath(job.target));
  return { outcome, written, text: written.toString() };
};

const good = '{"studentUniqueId":"1","schoolId":"A","entryDate":"2021-08-23","fte":1}';
const late = '{"studentUniqueId":"2","schoolId":"Peña","entryDate":"soon","fte":0.5}';
const torn = '{"studentUniqueId":"3","schoolId":"C","entryDate":"2021-08-25"';
const list = '["4","D"]';
const twice = '{"studentUniqueId":"5","studentUniqueId":"5","entryDate":"2021-08-26"}';
const wrong = [good, late, torn, list, twice].join('\n');
const problems = ['NOT_A_DATE', 'MALFORMED_JSON', 'NOT_AN_OBJECT', 'REPEATED_COLUMN'];

/** The rows as their sender corrects them where they stand, in the file that was handed back. */
const corrected = (refused: string): string =>
  refused
    .replace('soon', '2021-08-24')
    .replace(String.raw`"2021-08-25\""`, String.raw`"2021-08-25\"}"`)
    .replace(String.raw`[\"4\",\"D\"]`, String.raw`{\"studentUniqueId\":\"4\",\"entryDate\":\"2021-08-26\"}`)
    .replace(String.raw`\"studentUniqueId\":\"5\",\"studentUniqueId\"`, String.raw`\"studentUniqueId\"`);

const meant = [
  late.replace('soon', '2021-08-24'),
  `${torn}}`,
  '{"studentUniqueId":"4","entryDate":"2021-08-26"}',
  '{"studentUniqueId":"5","entryDate":"2021-08-26"}',
].join('\n');

test.each([
  ['plain', wrong],
  ['packed', gzipSync(wrong)],
])(
  'refused rows of a %s file are corrected in what they come back in, and make the bytes of a file that was right',
  async (_how, content) => {
    const { outcome, text } = await deliver(content);
    expect(outcome).toMatchObject({ failure: { refusedRows: 4, problems: problems.map((code) => ({ code })) } });
    const again = corrected(text);
    const { written: right } = await deliver(meant);
    for (const sent of [again, gzipSync(again)]) {
      const accepted = await deliver(sent);
      expect(accepted.outcome).toMatchObject({ ok: true, value: { rows: 4 } });
      expect(accepted.written).toEqual(right);
    }
  },
);

test('sent again as they are they are refused for the same reasons, and come back as they came', async () => {
  const { text } = await deliver(wrong);
  const again = await deliver(text);
  expect(again.outcome).toMatchObject({ failure: { refusedRows: 4, problems: problems.map((code) => ({ code })) } });
  expect(again.text).toBe(text);
});

test('a line that is no row may as well be written anew beside what stands of it', async () => {
  const { text } = await deliver(torn);
  const beside = text.replace('{', '{"studentUniqueId":"3","entryDate":"2021-08-25",');
  const { outcome } = await deliver(beside);
  expect(outcome).toMatchObject({ ok: true, value: { rows: 1 } });
});

test('a column that its district calls _line is no note of ours', async () => {
  const mapping = { columns: { _line: 'schoolId' }, ignored: [] };
  const row = '{"studentUniqueId":"1","entryDate":"soon","_line":"A"}';
  const { text } = await deliver(row, { mapping });
  const { outcome } = await deliver(text.replace('soon', '2021-08-23'), { mapping });
  expect(outcome).toMatchObject({ ok: true, value: { rows: 1, rowsBySchool: { A: 1 } } });
});
