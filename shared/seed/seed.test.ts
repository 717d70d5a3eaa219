import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DatasetDeclaration } from '../engine/declaration.ts';
import { openFindings } from '../engine/findings/findings.ts';
import { checkInChild } from '../engine/gate/check-in-child.ts';
import { ingestInChild } from '../engine/ingest/ingest-in-child.ts';
import { parametersOfYear } from '../engine/run/parameters.ts';
import { type RunOutcome, runRules } from '../engine/run/run-rules.ts';
import { bundledChild } from '../engine/testing/bundled-child.ts';
import { seedDeclarations } from './declarations.ts';
import { type SeedDistrict, seedDistricts } from './districts.ts';
import { ruleRegister, seedRules } from './rules.ts';

interface Delivered {
  readonly district: SeedDistrict;
  readonly files: ReadonlyMap<string, string>;
  readonly refused: readonly unknown[];
}

let folder = '';
let childPath = '';
let declarations: readonly DatasetDeclaration[] = [];
let bearCreek: Delivered;
let grandBend: Delivered;

const deliver = async (district: SeedDistrict): Promise<Delivered> => {
  const files = new Map<string, string>();
  const refused: unknown[] = [];
  for (const { dataset, path } of district.files) {
    const declaration = declarations.find(({ name }) => name === dataset);
    if (declaration === undefined) throw new Error(`${dataset} is not declared`);
    const target = join(folder, `${district.slug}-${dataset}.parquet`);
    const limits = { memoryMb: 256, threads: 1, fileBytes: 1e8 };
    const job = {
      source: path,
      format: 'NDJSON',
      gzip: false,
      declaration,
      target,
      workFolder: folder,
      limits,
    } as const;
    const outcome = await ingestInChild(job);
    if (outcome.ok) files.set(dataset, target);
    else refused.push(dataset, outcome.failure);
  }
  return { district, files, refused };
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-seed-'));
  childPath = await bundledChild(build, folder);
  declarations = await seedDeclarations();
  const [first, second] = await seedDistricts();
  if (first === undefined || second === undefined) throw new Error('there are two districts');
  bearCreek = await deliver(first);
  grandBend = await deliver(second);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const validate = async ({ files }: Delivered, schoolId: string | null = null): Promise<RunOutcome> =>
  runRules(
    {
      workFolder: join(folder, crypto.randomUUID()),
      datasets: declarations.map((declaration) => {
        const file = files.get(declaration.name);
        return { declaration, files: file === undefined ? null : [file] };
      }),
      schoolId,
      parameters: parametersOfYear(2022),
      rules: (await seedRules()).map((rule, order) => ({ ...rule, order })),
      limits: { secondsPerRule: 20, secondsPerRun: 120, rowsPerRule: 1_000, memoryMb: 256, threads: 1 },
    },
    { childPath },
  );

const countsOf = ({ results }: RunOutcome) =>
  Object.fromEntries(
    results.map(({ ruleCode, outcome, count }) => [ruleCode, outcome === 'NOT_APPLICABLE' ? 'n/a' : count]),
  );

const rowsOf = async ({ findingsFile }: RunOutcome, ruleCode: string) => {
  const findings = await openFindings(findingsFile);
  const page = await findings.page({ ruleCode, offset: 0, limit: 200 });
  findings.close();
  return page.items.map(({ row }) => row);
};

test('every file of both districts fits its declaration', () => {
  expect([bearCreek.refused, grandBend.refused]).toEqual([[], []]);
  expect([bearCreek.files.size, grandBend.files.size]).toEqual([18, 19]);
});

test('the districts and their schools are what their data say', () => {
  expect(grandBend.district).toMatchObject({ id: '255901', name: 'Grand Bend ISD', schools: { length: 3 } });
  expect(bearCreek.district).toMatchObject({
    id: '255903',
    name: 'Bear Creek ISD',
    schools: [
      { id: '255903001', name: 'Bear Creek High School' },
      { id: '255903044', name: 'Bear Creek Middle School' },
      { id: '255903107', name: 'Bear Creek Elementary School' },
    ],
  });
});

test('every dataset with people in it belongs to a school in some way', () => {
  const unbound = declarations.filter(
    ({ columns, schoolColumn, schoolThrough }) =>
      columns.some(({ name }) => name === 'studentUniqueId') && schoolColumn === null && schoolThrough === null,
  );
  expect(unbound).toEqual([]);
});

test('the register and the folder of rules hold the same rules; each names the datasets it reads, and warns of nothing', async () => {
  const files = (await readdir(new URL('rules/', import.meta.url))).toSorted();
  expect(files).toEqual(ruleRegister.map(({ slug }) => `${slug}.sql`).toSorted());
  for (const { code, datasets, sql } of await seedRules()) {
    const checked = await checkInChild({
      sql,
      parameters: [],
      datasets: declarations,
      limits: { memoryMb: 256, threads: 1 },
    });
    const told = checked.ok ? [checked.value.datasets.toSorted(), checked.value.warnings] : checked.failure;
    expect([code, told]).toEqual([code, [datasets.toSorted(), []]]);
  }
});

test('Bear Creek: the two exits before entry and the seven implausible ages, nothing else; no attendance to judge', async () => {
  const outcome = await validate(bearCreek);
  expect(countsOf(outcome)).toEqual({
    ENR001: 0,
    ENR002: 2,
    ENR003: 7,
    ENR004: 0,
    ATT001: 'n/a',
    ATT002: 'n/a',
    PRG001: 0,
    ATT003: 'n/a',
  });
  const studentsOf = async (rule: string) => new Set((await rowsOf(outcome, rule)).map((row) => row['State ID']));
  expect(await studentsOf('ENR002')).toEqual(new Set(['805260', '805522']));
  expect(await studentsOf('ENR003')).toEqual(
    new Set(['804935', '804966', '804996', '805000', '805604', '805704', '805776']),
  );
});

test('Grand Bend: 66 tardies of 35 students are listed; without enrollments their rules are not applicable', async () => {
  const outcome = await validate(grandBend);
  expect(countsOf(outcome)).toEqual({
    ENR001: 'n/a',
    ENR002: 'n/a',
    ENR003: 'n/a',
    ENR004: 'n/a',
    ATT001: 0,
    ATT002: 1,
    PRG001: 0,
    ATT003: 35,
  });
  const listed = await rowsOf(outcome, 'ATT003');
  expect(listed.reduce((sum, row) => sum + Number(row['Tardies']), 0)).toBe(66);
  expect(listed[0]).toMatchObject({
    District: 'Grand Bend ISD',
    'District #': '255901',
    School: 'Grand Bend Elementary School',
    'School #': '255901107',
    'State ID': '604821',
    'Last Name': 'Dyer',
    'First Name': 'Tyrone',
  });
});

test('each school of Bear Creek sees its own students only: the high school both exits, the three share the ages', async () => {
  const counts = await Promise.all(
    bearCreek.district.schools.map(async ({ id }) => {
      const { ENR002, ENR003 } = countsOf(await validate(bearCreek, id));
      return [ENR002, ENR003];
    }),
  );
  expect(counts).toEqual([
    [2, 2],
    [0, 4],
    [0, 1],
  ]);
});

test('a school of Grand Bend knows its students by their attendance: all tardies are at the elementary school', async () => {
  const counts = await Promise.all(
    grandBend.district.schools.map(async ({ id }) => [id, countsOf(await validate(grandBend, id))['ATT003']]),
  );
  expect(counts).toEqual([
    ['255901001', 0],
    ['255901044', 0],
    ['255901107', 35],
  ]);
});

/** Bear Creek with defects that its data do not have: changed or added lines of its files, by dataset. */
const planted = async (
  changes: Readonly<Record<string, (lines: readonly string[]) => readonly string[]>>,
): Promise<Delivered> => {
  const files = await Promise.all(
    Object.entries(changes).map(async ([dataset, change]) => {
      const delivered = bearCreek.district.files.find((file) => file.dataset === dataset)?.path;
      const text = delivered === undefined ? '' : await readFile(delivered, 'utf8');
      const path = join(folder, `planted-${dataset}.ndjson`);
      await writeFile(path, change(text.split('\n').filter((line) => line !== '')).join('\n'));
      return { dataset, path };
    }),
  );
  const { files: own, refused } = await deliver({ ...bearCreek.district, slug: 'planted', files });
  return { district: bearCreek.district, files: new Map([...bearCreek.files, ...own]), refused };
};

const attendance = (eventDate: string, schoolYear: string): string =>
  JSON.stringify({
    studentUniqueId: '804821',
    schoolId: '255903107',
    eventDate,
    schoolYear,
    sessionName: `${schoolYear} Fall Semester`,
    attendanceEventCategory: 'uri://ed-fi.org/AttendanceEventCategoryDescriptor#Tardy',
  });

test('every rule finds the defect it is for when one is planted', async () => {
  const fullTime = '"fullTimeEquivalency": 1.0';
  const defective = await planted({
    // The first student loses her enrollment; the second has another one beside it, half of the day.
    studentSchoolAssociations: ([_lost, second = '', ...others]) => [
      second,
      second.replace('"2021-08-23"', '"2021-09-23"').replace(fullTime, '"fullTimeEquivalency": 0.5'),
      ...others,
    ],
    studentCTEProgramAssociations: (lines) =>
      lines.map((line) => line.replace(/"uri:[^"]*ReasonExitedDescriptor#Reached[^"]*"/, 'null')),
    studentSchoolAttendanceEvents: () => [
      attendance('2021-10-01', '2021-2022'),
      attendance('2020-10-01', '2021-2022'),
      attendance('2021-10-01', '2020-2021'),
    ],
  });
  expect(defective.refused).toEqual([]);
  expect(countsOf(await validate(defective))).toEqual({
    ENR001: 1,
    ENR002: 2,
    ENR003: 7,
    ENR004: 1,
    ATT001: 2,
    ATT002: 1,
    PRG001: 6,
    ATT003: 1,
  });
});

test('a student who changes schools on one day is not full time twice', async () => {
  const moved = await planted({
    studentSchoolAssociations: ([first = '', ...others]) => [
      first.replace('"exitWithdrawDate": null', '"exitWithdrawDate": "2021-10-01"'),
      first.replace('"2021-08-23"', '"2021-10-01"'),
      ...others,
    ],
  });
  expect(countsOf(await validate(moved))).toMatchObject({ ENR004: 0 });
});
