import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSandbox, type Sandbox } from '../sandbox/instance.ts';
import { anIngestJob } from '../testing/deliveries.ts';
import { openDelivery } from './deliveries.ts';
import type { IngestJob } from './job.ts';
import { problemLog, UnreadableFile } from './problem.ts';
import { writeDirectly } from './write-direct.ts';
import { writeRowByRow } from './write-row-by-row.ts';

let folder = '';
let sandbox: Sandbox;
let job: IngestJob;
let rowwise: IngestJob;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-ways-'));
  job = await anIngestJob(folder, '');
  rowwise = { ...job, target: `${job.target}.rowwise` };
  sandbox = await openSandbox(join(job.workFolder, 'spill'), job.limits);
  await sandbox.lock([job.source, job.target, rowwise.target]);
});
afterAll(async () => {
  sandbox.close();
  await rm(folder, { recursive: true, force: true });
});

const unreadable = (fault: unknown): undefined => {
  if (fault instanceof UnreadableFile) return undefined;
  throw fault;
};

/** What each of the two ways makes of a file; undefined where it refuses. */
const bothWays = async (content: string | Uint8Array) => {
  const { connection } = sandbox;
  await writeFile(job.source, content);
  const delivery = await openDelivery(job, connection).catch(unreadable);
  if (delivery?.relation === undefined || delivery.problems.length > 0) return { direct: undefined, byRow: undefined };
  const direct = await writeDirectly(connection, job.declaration, delivery.relation, job.target);
  const log = problemLog();
  await writeRowByRow(rowwise, connection, delivery, log);
  const made = {
    direct: direct ? await readFile(job.target) : undefined,
    byRow: log.count() === 0 ? await readFile(rowwise.target) : log.reported(),
  };
  await connection.run('DROP TABLE staged');
  await Promise.all([rm(job.target, { force: true }), rm(rowwise.target, { force: true })]);
  return made;
};

const awkward = fc.constantFrom(
  '',
  ' ',
  '"',
  '""',
  '\u0000',
  '\r',
  '\u00a0',
  '\uFEFF',
  '\u2028',
  'x\ny',
  '1',
  '0',
  'true',
  'yes',
  'NULL',
  'F',
  'M',
  'é',
  '💥',
  "'",
  '\\',
  '#',
  '2021-08-23',
  '2021-02-30',
  '0000-01-01',
  '9999-12-31',
  '2020-02-29',
  '12.5',
  '-0',
  '1e3',
  '007',
  '.5',
  '1.1234567',
  'NaN',
  'inf',
  '999999999999999',
  '9999999999999999',
  '2021-08-23T10:00:00Z',
  '2021-08-23T24:00:00Z',
  '2021-08-23T10:00:00.1234+14:00',
  '2021-08-23T10:00:00-06:30',
  '2021-08-23T10:00Z',
  '2021-08-23T10:00:60Z',
);
const value = fc.oneof(
  { weight: 4, arbitrary: awkward },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);
const written = fc.oneof(
  { weight: 3, arbitrary: value.map((text) => `"${text.replaceAll('"', '""')}"`) },
  { weight: 3, arbitrary: value.filter((text) => !/[",\r\n]/.test(text)) },
  { weight: 1, arbitrary: value },
  { weight: 1, arbitrary: value.map((text) => ` "${text}" `) },
);
const sound = fc.tuple(
  fc.integer({ min: 0, max: 50 }).map(String),
  fc.constantFrom('A', 'B', '"C, c"', ''),
  fc.constantFrom('2021-08-23', '2021-08-24', '"2020-02-29"'),
  fc.constantFrom('', '1', '0.5', '-3.25'),
  fc.constantFrom('', '3', '-12'),
  fc.constantFrom('', 'true', '0'),
  fc.constantFrom('', '2021-08-23T10:00:00Z', '2021-08-23T10:00:00.250-06:30'),
  fc.constantFrom('', 'F', 'M'),
);
// A row that would pass, with at most one value replaced: files of noise would all be refused for the same reason.
const row = fc
  .tuple(sound, fc.option(fc.tuple(fc.nat(7), written)))
  .map(([cells, change]) => cells.map((cell, at) => (change?.[0] === at ? change[1] : cell)).join(','));
const ending = fc.constantFrom('\n', '\r\n');
const head = fc.constantFrom(
  'studentUniqueId,schoolId,entryDate,fte,days,active,changedAt,sex',
  '\uFEFF"studentUniqueId","schoolId",entryDate,fte,days,active,changedAt,sex',
  '"studentUniqueId\n",schoolId,"entryDate\r\n ",fte,days,active,changedAt,"sex\n"',
);
const delimiter = fc.oneof(
  { weight: 3, arbitrary: fc.constant(',') },
  { weight: 1, arbitrary: fc.constantFrom(...Array.from(";\t|:^~!#%&/\\'`-.\u0001\u001F")) },
);
const file = fc
  .tuple(
    head,
    delimiter,
    fc.array(
      fc.oneof({ weight: 12, arbitrary: row }, { weight: 1, arbitrary: fc.constantFrom('', ',', '1,A', ' ', '"') }),
      { maxLength: 6 },
    ),
    ending,
    fc.boolean(),
  )
  .map(([first, between, rows, end, ended]) =>
    [first, ...rows]
      .join(end)
      .concat(ended ? end : '')
      .replaceAll(',', between),
  );

test('the quick way never accepts what the way row by row refuses, and both make the same bytes', {
  timeout: 120_000,
}, async () => {
  let accepted = 0;
  let explained = 0;
  await fc.assert(
    fc.asyncProperty(file, async (content) => {
      const { direct, byRow } = await bothWays(content);
      if (direct !== undefined) expect(byRow).toEqual(direct);
      accepted += direct === undefined ? 0 : 1;
      explained += Array.isArray(byRow) ? 1 : 0;
    }),
    { numRuns: 300, seed: 20_261_126 },
  );
  // Both ends were met, else this proves nothing.
  expect(accepted).toBeGreaterThan(30);
  expect(explained).toBeGreaterThan(30);
});

test('bytes that are no text never pass the quick way', { timeout: 60_000 }, async () => {
  const lines = Buffer.from('studentUniqueId,schoolId,entryDate,fte,days,active,changedAt,sex\n1,A,2021-08-23,1,,,,\n');
  await fc.assert(
    fc.asyncProperty(fc.nat(lines.length - 1), fc.integer({ min: 0, max: 255 }), async (at, byte) => {
      const { direct, byRow } = await bothWays(lines.with(at, byte));
      if (direct !== undefined) expect(byRow).toEqual(direct);
    }),
    { numRuns: 150, seed: 20_261_126 },
  );
});
