import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallDistrict } from '../testing/small-district.ts';
import type { ComparisonJob } from '../../application/ports/data-comparer.ts';
import { countDifferences, listDifferences } from './compare-data.ts';
import { pageOfDifferences, writeDifferences } from './differences.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-compare-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const titles = { ONLY_HERE: 'district only', ONLY_THERE: 'state only', DIFFERENT: 'not the same' };

/** A district whose two copies differ: Ann left, Dan came, Ben changed his name. */
const twoStates = async () => {
  const names = ['Ann', 'Ben', 'Cem'].map((firstName, at) => ({ studentUniqueId: String(at + 1), firstName }));
  const others = [
    { studentUniqueId: '2', firstName: '=Ben' },
    { studentUniqueId: '3', firstName: 'Cem' },
    { studentUniqueId: '4', firstName: 'Dan' },
  ];
  const place = await mkdtemp(join(folder, 'states-'));
  return {
    here: await smallDistrict(join(place, 'here'), { students: names }),
    there: await smallDistrict(join(place, 'there'), { students: others }),
    workFolder: place,
    target: join(place, 'differences.parquet'),
  };
};

const compare = async (job: ComparisonJob, most = 1_000) => {
  const counts = await countDifferences(job, 1_000);
  if (!counts.ok) throw new Error('too many rows');
  return { counts: counts.value, ...(await listDifferences(job, counts.value, most)) };
};

test('two states are compared key by key, and what is the same is not told', async () => {
  const states = await twoStates();
  const names = ['students', 'enrollments', 'notes'];
  expect((await compare({ ...states, names, schoolId: null })).counts).toEqual([
    {
      ...{ dataset: 'students', onlyHere: 1, onlyThere: 1, different: 1 },
      schools: [
        { schoolId: 'north', onlyHere: 1, onlyThere: 0, different: 1 },
        { schoolId: null, onlyHere: 0, onlyThere: 1, different: 0 },
      ],
    },
  ]);
  expect(await pageOfDifferences(states.target, { offset: 0, limit: 10 })).toEqual({
    total: 3,
    items: [
      {
        dataset: 'students',
        kind: 'DIFFERENT',
        schoolIds: ['north'],
        key: { studentUniqueId: '2' },
        changed: ['firstName'],
      },
      { dataset: 'students', kind: 'ONLY_HERE', schoolIds: ['north'], key: { studentUniqueId: '1' }, changed: [] },
      { dataset: 'students', kind: 'ONLY_THERE', schoolIds: [], key: { studentUniqueId: '4' }, changed: [] },
    ],
  });
  const page = await pageOfDifferences(states.target, { kind: 'ONLY_THERE', offset: 0, limit: 10 });
  expect(page.items.map(({ key }) => key)).toEqual([{ studentUniqueId: '4' }]);
});

test('the differences can be taken away as a table that no spreadsheet runs, without a value of any row', async () => {
  const states = await twoStates();
  await compare({ ...states, names: ['students'], schoolId: null });
  const target = join(states.workFolder, 'differences.csv');
  await writeDifferences(states.target, { titles, total: 3 }, target);
  const text = await readFile(target, 'utf8');
  expect(text.split('\r\n').slice(0, 2)).toEqual([
    'Dataset,Difference,School,Key,Columns',
    'students,not the same,north,studentUniqueId=2,firstName',
  ]);
  expect(text).not.toContain('Ben');
  expect(text).not.toContain('Only');
});

test('where too many rows differ to be listed, each kind has its share, all are counted, and the table says so', async () => {
  const { here, there, workFolder, target } = await twoStates();
  const job = { here, there: there.map((one) => ({ ...one, files: null })), names: ['students', 'enrollments'] };
  const told = await compare({ ...job, schoolId: null, workFolder, target }, 4);
  expect(told.counts.map(({ onlyHere }) => onlyHere)).toEqual([3, 3]);
  expect([told.complete, told.examples.map(({ dataset }) => dataset)]).toEqual([
    false,
    ['enrollments', 'enrollments', 'students', 'students'],
  ]);
  const table = join(workFolder, 'differences.csv');
  await writeDifferences(target, { titles, total: 6 }, table);
  expect((await readFile(table, 'utf8')).split('\r\n').slice(5)).toEqual(['Only 4 of 6 differences are listed', '']);
});

test('a school sees the differences of its own rows only', async () => {
  const states = await twoStates();
  const { counts } = await compare({ ...states, names: ['students'], schoolId: 'north' });
  const found = { onlyHere: 1, onlyThere: 0, different: 1 };
  expect(counts).toEqual([{ dataset: 'students', ...found, schools: [{ schoolId: 'north', ...found }] }]);
});

test('a side without the dataset has none of its rows', async () => {
  const states = await twoStates();
  const there = states.there.map((dataset) =>
    dataset.declaration.name === 'enrollments' ? { ...dataset, files: null } : dataset,
  );
  const { counts } = await compare({ ...states, there, names: ['enrollments'], schoolId: null });
  expect(counts).toEqual([
    {
      ...{ dataset: 'enrollments', onlyHere: 3, onlyThere: 0, different: 0 },
      schools: [
        { schoolId: 'north', onlyHere: 2, onlyThere: 0, different: 0 },
        { schoolId: 'south', onlyHere: 1, onlyThere: 0, different: 0 },
      ],
    },
  ]);
});

test('rows are not joined where more may differ than can be joined in time; the same rows are never too many', async () => {
  const states = await twoStates();
  const job = { ...states, names: ['students', 'enrollments'], schoolId: null };
  expect(await countDifferences(job, 3)).toEqual({ ok: false, failure: { rows: 4, rowsAtMost: 3 } });
  expect(await countDifferences(job, 4)).toMatchObject({ ok: true, value: [{ dataset: 'students' }] });
});
