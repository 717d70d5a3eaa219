import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ComparisonJob, DifferenceCount } from '../../application/ports/data-comparer.ts';
import type { LocalDataset } from '../../application/ports/engine.ts';
import type { DatasetDeclaration } from '../declaration.ts';
import { deliveredRows } from '../testing/delivered-rows.ts';
import { countDifferences, listDifferences } from './compare-data.ts';
import { pageOfDifferences } from './differences.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-compare-schools-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const declare = (
  name: string,
  key: readonly string[],
  others: readonly string[],
  school: Partial<DatasetDeclaration>,
): DatasetDeclaration => ({
  ...{ name, version: 1, title: name, key, schoolColumn: null, schoolThrough: null },
  columns: [...key, ...others].map((column) => ({ name: column, type: 'string', required: key.includes(column) })),
  ...school,
});

const studentIn = (dataset: string) => ({ dataset, column: 'student' });

const declared = {
  enrollments: declare('enrollments', ['student', 'entry'], ['school'], { schoolColumn: 'school' }),
  attendance: declare('attendance', ['student', 'day'], ['school'], { schoolColumn: 'school' }),
  students: declare('students', ['student'], ['name'], {
    schoolThrough: studentIn('enrollments'),
    schoolThroughAlso: [studentIn('attendance')],
  }),
  contacts: declare('contacts', ['contact'], ['student', 'phone'], { schoolThrough: studentIn('students') }),
  calendar: declare('calendar', ['day'], ['holiday'], {}),
};

type Rows = Partial<Record<keyof typeof declared, readonly (readonly string[])[]>>;

/** One copy of the district: each row is its values, in the order of the columns. */
const copyOf = (rows: Rows): Promise<readonly LocalDataset[]> =>
  mkdtemp(join(folder, 'copy-')).then((place) =>
    Promise.all(
      Object.entries(declared).map(async ([name, declaration]) => {
        const given = Object.entries(rows).find(([dataset]) => dataset === name)?.[1];
        const named = given?.map((values) =>
          Object.fromEntries(values.map((value, at) => [declaration.columns[at]?.name, value])),
        );
        return named === undefined ? { declaration, files: null } : deliveredRows(place, declaration, named);
      }),
    ),
  );

const jobOf = async (here: Rows, there: Rows): Promise<ComparisonJob> => {
  const workFolder = await mkdtemp(join(folder, 'work-'));
  const [ours, theirs] = [await copyOf(here), await copyOf(there)];
  const target = join(workFolder, 'differences.parquet');
  return { here: ours, there: theirs, names: Object.keys(declared), schoolId: null, workFolder, target };
};

const counted = async (job: ComparisonJob): Promise<readonly DifferenceCount[]> => {
  const counts = await countDifferences(job, 1_000);
  if (!counts.ok) throw new Error('too many rows');
  return counts.value;
};

const told = (onlyHere: number, onlyThere: number, different: number) => ({ onlyHere, onlyThere, different });

test('a row with a school of its own is told of that school, and one that names none of none', async () => {
  const job = await jobOf(
    {
      enrollments: [
        ['1', 'fall', 'north'],
        ['2', 'fall', 'south'],
        ['3', 'fall'],
      ],
    },
    { enrollments: [['4', 'fall', 'north']] },
  );
  expect(await counted(job)).toEqual([
    {
      dataset: 'enrollments',
      ...told(3, 1, 0),
      schools: [
        { schoolId: 'north', ...told(1, 1, 0) },
        { schoolId: 'south', ...told(1, 0, 0) },
        { schoolId: null, ...told(1, 0, 0) },
      ],
    },
  ]);
});

test('a row that moved to another school is told of both, and once in all', async () => {
  const enrolled = (school: string) => ({ enrollments: [['1', 'fall', school]] });
  expect(await counted(await jobOf(enrolled('north'), enrolled('south')))).toEqual([
    {
      dataset: 'enrollments',
      ...told(0, 0, 1),
      schools: [
        { schoolId: 'north', ...told(0, 0, 1) },
        { schoolId: 'south', ...told(0, 0, 1) },
      ],
    },
  ]);
});

test('a row that was given a school is told of it alone', async () => {
  const job = await jobOf({ enrollments: [['1', 'fall', 'north']] }, { enrollments: [['1', 'fall']] });
  expect((await counted(job))[0]?.schools).toEqual([{ schoolId: 'north', ...told(0, 0, 1) }]);
});

const twoSchools = {
  enrollments: [
    ['1', 'fall', 'north'],
    ['1', 'spring', 'south'],
    ['1', 'summer', 'north'],
    ['2', 'fall', 'north'],
  ],
  attendance: [
    ['2', 'monday', 'east'],
    ['2', 'friday', 'east'],
    ['3', 'monday', 'south'],
  ],
};

const students = (...names: readonly string[]) => ({
  students: names.map((name, at) => [String(at + 1), name]),
  contacts: names.map((name, at) => [`of ${at + 1}`, String(at + 1), name]),
});

test('a row that belongs to schools through other datasets is told of each of them once, and of none where it has none', async () => {
  const job = await jobOf(
    { ...twoSchools, ...students('Ann', 'Ben', 'Cem', 'Dan') },
    { ...twoSchools, ...students('Anna', 'Benno', 'Cem', 'Daniel') },
  );
  const schools = [
    { schoolId: 'east', ...told(0, 0, 1) },
    { schoolId: 'north', ...told(0, 0, 2) },
    { schoolId: 'south', ...told(0, 0, 1) },
    { schoolId: null, ...told(0, 0, 1) },
  ];
  expect(await counted(job)).toEqual([
    { dataset: 'contacts', ...told(0, 0, 3), schools },
    { dataset: 'students', ...told(0, 0, 3), schools },
  ]);
});

test('on each side a row belongs to the schools of that side', async () => {
  const enrolled = (school: string, ...names: readonly string[]) => ({
    enrollments: names.map((_, at) => [String(at + 1), 'fall', school]),
    ...students(...names),
  });
  const job = await jobOf(enrolled('north', 'Ann', 'Ben'), enrolled('south', 'Anna'));
  expect((await counted({ ...job, names: ['students'] }))[0]?.schools).toEqual([
    { schoolId: 'north', ...told(1, 0, 1) },
    { schoolId: 'south', ...told(0, 0, 1) },
  ]);
});

test('what belongs to no school is told of none, and so is what would reach its school through what was never delivered', async () => {
  const job = await jobOf({ calendar: [['monday', 'no']], ...students('Ann') }, { calendar: [['monday', 'yes']] });
  const none = (counts: ReturnType<typeof told>) => ({ ...counts, schools: [{ schoolId: null, ...counts }] });
  expect(await counted(job)).toEqual([
    { dataset: 'calendar', ...none(told(0, 0, 1)) },
    { dataset: 'contacts', ...none(told(1, 0, 0)) },
    { dataset: 'students', ...none(told(1, 0, 0)) },
  ]);
});

test('a school is told exactly what its own comparison tells it, which knows no other school', async () => {
  const here = { ...twoSchools, ...students('Ann', 'Ben', 'Cem', 'Dan') };
  const there = { ...twoSchools, ...students('Ann', 'Benno', 'Cemal'), attendance: twoSchools.attendance.slice(1) };
  const job = await jobOf(here, there);
  const whole = await counted(job);
  for (const schoolId of ['north', 'south', 'east']) {
    const own = whole.flatMap(({ dataset, schools }) =>
      schools.filter((one) => one.schoolId === schoolId).map(({ schoolId: _, ...counts }) => ({ dataset, ...counts })),
    );
    expect(own.length).toBeGreaterThan(0);
    expect(await counted({ ...job, schoolId })).toEqual(
      own.map(({ dataset, ...counts }) => ({ dataset, ...counts, schools: [{ schoolId, ...counts }] })),
    );
  }
});

test('the rows that are listed name all of their schools', async () => {
  const job = await jobOf(
    { ...twoSchools, ...students('Ann', 'Ben', 'Cem', 'Dan') },
    { ...twoSchools, ...students('Anna', 'Ben', 'Cem') },
  );
  await listDifferences(job, await counted(job), 1_000);
  const { items } = await pageOfDifferences(job.target, { dataset: 'students', offset: 0, limit: 10 });
  expect(items.map(({ kind, key, schoolIds }) => [kind, key['student'], schoolIds])).toEqual([
    ['DIFFERENT', '1', ['north', 'south']],
    ['ONLY_HERE', '4', []],
  ]);
});
