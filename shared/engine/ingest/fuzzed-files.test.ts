import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adviceFor } from '../../domain/dataset/problem-advice.ts';
import { quotedText } from '../sandbox/sql-text.ts';
import { anIngestJob } from '../testing/deliveries.ts';
import { nameable } from './column-names.ts';
import { ingestInChild } from './ingest-in-child.ts';
import type { IngestJob } from './job.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-fuzz-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const seed = 20_261_127;

/** What becomes of a file: its hash, or its problems, each of which must say where it is and what to do about it. */
const outcomeOf = async (content: string | Uint8Array, change: Partial<IngestJob>) => {
  const outcome = await ingestInChild(await anIngestJob(folder, content, change));
  if (outcome.ok) return { sha256: outcome.value.sha256, rows: outcome.value.rows, lines: [], codes: [] };
  const { problems, problemCount } = outcome.failure;
  expect(problemCount).toBeGreaterThan(0);
  for (const { line, column, code, detail } of problems) {
    expect(line).toBeGreaterThanOrEqual(0);
    expect(detail).not.toBe('');
    expect(adviceFor(code)).not.toBeNull();
    if (column !== null) expect(column).toMatch(nameable);
  }
  const lines = [...new Set(problems.map(({ line }) => line))];
  return { sha256: null, rows: 0, lines, codes: problems.map(({ code }) => code) };
};

const members = (student: number) => [
  `"studentUniqueId":"${student}"`,
  '"schoolId":"A"',
  '"entryDate":"2021-08-23"',
  '"fte":0.5',
  '"days":"3"',
  '"active":true',
  '"changedAt":"2021-08-23T10:00:00Z"',
  '"sex":"F"',
];
const objectOf = (parts: readonly string[]): string => `{${parts.join(',')}}`;
const soundLine = (student: number): string => objectOf(members(student));

/** What can happen to a line on its way through exports, scripts and editors, such that it must not be believed. */
const spoilt: Readonly<Record<string, (student: number) => string>> = {
  torn: (student) => soundLine(student).slice(0, -9),
  'two in one': (student) => soundLine(student).repeat(2),
  'a comma behind': (student) => `${soundLine(student)},`,
  'in a list': (student) => `[${soundLine(student)}]`,
  'a single value': () => '"1"',
  nothing: () => 'null',
  'not a number': (student) => soundLine(student).replace('0.5', 'NaN'),
  'single quotes': (student) => soundLine(student).replaceAll('"', "'"),
  'a name twice': (student) => objectOf([...members(student), '"sex":"M"']),
  'a name twice, with the same value': (student) => objectOf([...members(student), '"sex":"F"']),
  'a name twice, once in escapes': (student) => objectOf([...members(student), '"\\u0073ex" : "M"']),
  'a name twice, once in other letters': (student) => objectOf([...members(student), '"SEX":"M"']),
  'an object inside': (student) => soundLine(student).replace('"A"', '{"id":"A"}'),
  'a name of its own inside': (student) => soundLine(student).replace('"F"', '{"sex":"F"}'),
  'a list inside': (student) => soundLine(student).replace('"A"', '["A"]'),
  'a number for a text': (student) => soundLine(student).replace(`"${student}"`, String(student)),
  'a word for a number': (student) => soundLine(student).replace('0.5', '"half"'),
  'a number for a date': (student) => soundLine(student).replace('"2021-08-23"', '20210823'),
  'a truth for a number': (student) => soundLine(student).replace('"3"', 'true'),
  'a huge number': (student) => soundLine(student).replace('0.5', '1e400'),
  'no value': (student) => soundLine(student).replace('"2021-08-23"', 'null'),
  'an unknown name': (student) => objectOf([...members(student), '"lunch":"x"']),
  'the name of an ancestor': (student) => objectOf([...members(student), '"__proto__":{"sex":"F"}']),
  'half a character': (student) => soundLine(student).replace('"A"', '"\\ud800"'),
  'a name twice, inside': (student) => soundLine(student).replace('"A"', '{"a":1,"a":2}'),
  'deep as a well': (student) => soundLine(student).replace('"A"', '['.repeat(20_000) + ']'.repeat(20_000)),
};

/** Lines that look odd and are right all the same. */
const odd: Readonly<Record<string, (student: number) => string>> = {
  plain: soundLine,
  spaced: (student) => ` ${soundLine(student).replaceAll(':', ' : ')} \r`.replaceAll('10 : 00 : 00', '10:00:00'),
  'a colon and a quote in a text': (student) => soundLine(student).replace('"A"', '"A\\":B{"'),
  'escapes in a name': (student) => soundLine(student).replace('"sex"', '"\\u0073ex"'),
  'nulls and no members': (student) => objectOf([...members(student).slice(0, 3), '"fte":null']),
};

describe('NDJSON', () => {
  const line = fc.oneof(
    {
      weight: 2,
      arbitrary: fc.constantFrom(...Object.entries(odd)).map(([name, write]) => ({ name, write, isSound: true })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...Object.entries(spoilt)).map(([name, write]) => ({ name, write, isSound: false })),
    },
  );

  test.each(Object.entries(spoilt))('of which a line is spoilt: %s', async (_what, write) => {
    const content = [soundLine(1), write(2), soundLine(3)].join('\n');
    expect((await outcomeOf(content, { format: 'NDJSON' })).lines).toEqual([2]);
  });

  test('of sound and spoilt lines is refused for exactly the spoilt ones', { timeout: 60_000 }, async () => {
    const ends = { accepted: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), fc.boolean(), async (lines, isPacked) => {
        const content = lines.map(({ write }, at) => write(at + 1)).join('\n');
        const found = await outcomeOf(isPacked ? gzipSync(content) : content, { format: 'NDJSON', gzip: isPacked });
        expect(found.lines).toEqual(lines.flatMap(({ isSound }, at) => (isSound ? [] : [at + 1])));
        const isSound = lines.every((one) => one.isSound);
        expect(found.rows).toBe(isSound ? lines.length : 0);
        ends[isSound ? 'accepted' : 'refused'] += 1;
      }),
      { numRuns: 40, seed },
    );
    expect(Math.min(ends.accepted, ends.refused)).toBeGreaterThan(5);
  });

  test('of bytes that mean nothing is refused, wherever they are', { timeout: 60_000 }, async () => {
    const good = Buffer.from([1, 2, 3].map(soundLine).join('\n'));
    const whole = await outcomeOf(good, { format: 'NDJSON' });
    expect(whole.rows).toBe(3);
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length), fc.uint8Array({ minLength: 1, maxLength: 5 }), async (at, bytes) => {
        const bad = Buffer.concat([good.subarray(0, at), Buffer.from([0xff, ...bytes]), good.subarray(at)]);
        const found = await outcomeOf(bad, { format: 'NDJSON' });
        expect(found.sha256).toBeNull();
      }),
      { numRuns: 15, seed },
    );
  });
});

describe('a packed file', () => {
  const content = Array.from({ length: 40 }, (_, at) => soundLine(at)).join('\n');
  const packed = gzipSync(content);
  const ingest = (bytes: Uint8Array) => outcomeOf(bytes, { format: 'NDJSON', gzip: true });

  test('that was cut off anywhere is refused as a whole', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(packed.length - 1), async (at) => {
        expect(await ingest(packed.subarray(0, at))).toMatchObject({ lines: [0], codes: ['NOT_GZIP'] });
      }),
      { numRuns: 20, seed },
    );
  });

  test('with any byte turned is refused, or is the same file', { timeout: 60_000 }, async () => {
    const whole = await ingest(packed);
    await fc.assert(
      fc.asyncProperty(fc.nat(packed.length - 1), fc.integer({ min: 1, max: 255 }), async (at, turn) => {
        const found = await ingest(packed.with(at, (packed[at] ?? 0) ^ turn));
        // Some bits say nothing about the rows: the time of the packing, the filling of the last byte.
        if (found.sha256 !== null) expect(found.sha256).toBe(whole.sha256);
      }),
      { numRuns: 20, seed },
    );
  });

  test.each([
    ['behind which something else follows', Buffer.concat([packed, Buffer.from('more')])],
    ['behind which a torn second one follows', Buffer.concat([packed, packed.subarray(0, 30)])],
    ['behind which the first byte of a second one follows', Buffer.concat([packed, packed.subarray(0, 1)])],
    ['packed twice', gzipSync(packed)],
    ['that unpacks for ever', gzipSync(gzipSync(Buffer.alloc(30_000_000, ' ')))],
    ['that is full of line ends', gzipSync(Buffer.alloc(30_000_000, '\n'))],
  ])('%s is refused', async (_what, bytes) => {
    expect((await ingest(bytes)).sha256).toBeNull();
  });

  test('in two members is the two, one after the other', async () => {
    const [left, right] = [content.slice(0, 500), content.slice(500)];
    const whole = await ingest(packed);
    expect((await ingest(Buffer.concat([gzipSync(left), gzipSync(right)]))).sha256).toBe(whole.sha256);
  });
});

describe('CSV', () => {
  const head = 'studentUniqueId,schoolId,entryDate,fte';
  const good = `${head}\n${Array.from({ length: 12 }, (_, at) => `${at},"A, ""a""",2021-08-23,0.5`).join('\n')}\n`;

  test('cut off inside a line is refused at that line', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: head.length + 1, max: good.length - 1 }), async (at) => {
        const cut = good.slice(0, at);
        const last = cut.split('\n').at(-1) ?? '';
        const found = await outcomeOf(cut, { format: 'CSV' });
        // A line that lost nothing, or only the tail of its last number, reads as a line.
        if (last === '' || last.split(',').length === 5) return;
        expect(found.lines).toEqual([cut.split('\n').length]);
      }),
      { numRuns: 20, seed },
    );
  });
});

describe('a Parquet file', () => {
  test('that was cut off anywhere is refused as a whole', { timeout: 60_000 }, async () => {
    const duckdb = await DuckDBInstance.create(':memory:');
    const connection = await duckdb.connect();
    const path = join(folder, 'good.parquet');
    const rows = `SELECT range::VARCHAR AS studentUniqueId, 'A' AS schoolId, DATE '2021-08-23' AS entryDate FROM range(500)`;
    await connection.run(`COPY (${rows}) TO ${quotedText(path)} (FORMAT parquet)`);
    duckdb.closeSync();
    const good = await readFile(path);
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), async (at) => {
        const found = await outcomeOf(good.subarray(0, at), { format: 'PARQUET' });
        expect(found).toMatchObject({ lines: [0], codes: ['MALFORMED_PARQUET'] });
      }),
      { numRuns: 15, seed },
    );
    expect((await outcomeOf(good, { format: 'PARQUET' })).rows).toBe(500);
  });
});

test('after all of them the next file is read as if nothing had been', async () => {
  expect(await outcomeOf(soundLine(1), { format: 'NDJSON' })).toMatchObject({ rows: 1, lines: [] });
});
