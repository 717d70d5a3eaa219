import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anIngestJob } from '../testing/deliveries.ts';
import { ingestInChild } from './ingest-in-child.ts';
import { type DeliveredFormat, refusedRowsPath } from './job.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-numbers-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ingest = async (format: DeliveredFormat, content: string) => {
  const job = await anIngestJob(folder, content, { format });
  return { job, outcome: await ingestInChild(job) };
};

const line = (student: number, members: string): string =>
  `{"studentUniqueId":"${student}","schoolId":"A","entryDate":"2021-08-23",${members}}\n`;

const codes = async (...lines: readonly string[]) => {
  const { outcome } = await ingest('NDJSON', lines.join(''));
  return outcome.ok ? [] : outcome.failure.problems.map(({ line: at, column, code }) => [at, column, code]);
};

test('amounts with more digits than a double holds are the same rows from JSON as from CSV', async () => {
  const amounts = ['123456789012.123456', '99999999999.999999', '-999999999999.999999', '0.5', '7'];
  const csv = amounts.map((amount, at) => `${at},A,2021-08-23,${amount}\n`).join('');
  const fromCsv = await ingest('CSV', `studentUniqueId,schoolId,entryDate,fte\n${csv}`);
  const fromJson = await ingest('NDJSON', amounts.map((amount, at) => line(at, `"fte":${amount}`)).join(''));
  expect(fromJson.outcome).toMatchObject({ ok: true, value: { rows: 5 } });
  expect(await readFile(fromJson.job.target)).toEqual(await readFile(fromCsv.job.target));
});

test('a long number is no text, no whole number, and in a line by itself no row', async () => {
  expect(
    await codes(
      line(1, '"sex":1234567890123456789'),
      line(2, '"days":1234567890123456'),
      line(3, '"fte":1.234567890123456789e3'),
      line(4, '"fte":{"rawJSON":"12.5","more":[123456789012.123456]}'),
      '1234567890123456789\n',
    ),
  ).toEqual([
    [1, 'sex', 'WRONG_TYPE'],
    [2, 'days', 'WRONG_TYPE'],
    [3, 'fte', 'WRONG_TYPE'],
    [4, 'fte', 'WRONG_TYPE'],
    [5, null, 'NOT_AN_OBJECT'],
  ]);
});

test('a refused row comes back with every digit it had', async () => {
  const { job } = await ingest('NDJSON', line(1, '"fte":123456789012.123456,"days":12345678901234567890,"sex":"Q"'));
  expect(await readFile(refusedRowsPath(job.target), 'utf8')).toContain(
    '"fte":123456789012.123456,"days":12345678901234567890,"sex":"Q"',
  );
});
