import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anIngestJob } from '../testing/deliveries.ts';
import { ingestInChild } from './ingest-in-child.ts';
import type { IngestJob } from './job.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-changes-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ingest = async (content: string, change: Partial<IngestJob> = {}) => {
  const job = await anIngestJob(folder, content, change);
  return { job, outcome: await ingestInChild(job) };
};

const head = 'studentUniqueId,schoolId,entryDate,fte';
const whole = `${head}\n1,A,2021-08-23,1\n2,B,2021-08-23,0.5\n3,C,2021-08-23,\n`;

const bytesOf = async (content: string, change: Partial<IngestJob> = {}): Promise<Buffer> => {
  const { job, outcome } = await ingest(content, change);
  expect(outcome).toMatchObject({ ok: true });
  return readFile(job.target);
};

test('changes replace, add and take away by key, and the result is what the whole would have been', async () => {
  const base = (await ingest(whole)).job.target;
  const changes = `${head},_operation\n2,A,2021-08-23,1,UPSERT\n4,D,2021-08-23,1,\n3,,2021-08-23,,DELETE\n9,,2021-08-23,,DELETE\n`;
  const expected = await bytesOf(`${head}\n1,A,2021-08-23,1\n2,A,2021-08-23,1\n4,D,2021-08-23,1\n`);
  expect(await bytesOf(changes, { base })).toEqual(expected);
});

test('the same changes again change nothing', async () => {
  const base = (await ingest(whole)).job.target;
  const changes = `${head},_operation\n2,A,2021-08-23,1,\n3,,2021-08-23,,DELETE\n`;
  const once = await ingest(changes, { base });
  expect(await bytesOf(changes, { base: once.job.target })).toEqual(await readFile(once.job.target));
});

test('changes may come as objects too', async () => {
  const base = (await ingest(whole)).job.target;
  const line = JSON.stringify({ studentUniqueId: '1', entryDate: '2021-08-23', _operation: 'DELETE' });
  const expected = await bytesOf(`${head}\n2,B,2021-08-23,0.5\n3,C,2021-08-23,\n`);
  expect(await bytesOf(line, { base, format: 'NDJSON' })).toEqual(expected);
});

test.each([
  ['a key twice', `${head}\n1,A,2021-08-23,1\n1,B,2021-08-23,1\n`, 'DUPLICATE_KEY'],
  ['a row to take away without its key', `${head},_operation\n,,2021-08-23,,DELETE\n`, 'REQUIRED'],
  ['an unheard operation', `${head},_operation\n1,A,2021-08-23,1,MERGE\n`, 'NO_SUCH_OPERATION'],
])('changes with %s are refused', async (_what, content, code) => {
  const base = (await ingest(whole)).job.target;
  const { outcome } = await ingest(content, { base });
  expect(outcome).toMatchObject({ ok: false, failure: { problems: [{ code }] } });
});
