import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeliveredDataset } from '../run/job.ts';
import { smallDistrict } from '../testing/small-district.ts';
import { extractSchool } from './extract-school.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'extract-'));
});
afterAll(() => rm(folder, { recursive: true }));

const extracted = async (datasets: readonly DeliveredDataset[], schoolId: string) => {
  const workFolder = await mkdtemp(join(folder, 'work-'));
  return extractSchool({ workFolder, schoolId, datasets });
};

const rowsOf = (files: Awaited<ReturnType<typeof extracted>>) =>
  Object.fromEntries(files.map(({ dataset, rows }) => [dataset, rows]));

const hashesOf = (files: Awaited<ReturnType<typeof extracted>>) =>
  Object.fromEntries(files.map(({ dataset, sha256 }) => [dataset, sha256]));

test('each school gets its own rows, and those that are its own through another dataset', async () => {
  const district = await smallDistrict(join(folder, 'both'));
  expect(rowsOf(await extracted(district, 'north'))).toEqual({ students: 2, enrollments: 2 });
  expect(rowsOf(await extracted(district, 'south'))).toEqual({ students: 1, enrollments: 1 });
  expect(rowsOf(await extracted(district, 'east'))).toEqual({ students: 0, enrollments: 0 });
});

test('what cannot be told apart by school is left out', async () => {
  const district = await smallDistrict(join(folder, 'unenrolled'), { enrollments: null });
  expect(await extracted(district, 'north')).toEqual([]);
});

test('the same rows are the same bytes, whatever has changed at another school', async () => {
  const before = await smallDistrict(join(folder, 'before'));
  const after = await smallDistrict(join(folder, 'after'), {
    enrollments: [
      { studentUniqueId: '1', schoolId: 'north' },
      { studentUniqueId: '2', schoolId: 'north' },
      { studentUniqueId: '9', schoolId: 'south' },
    ],
  });
  const now = hashesOf(await extracted(after, 'north'));
  expect(now).toEqual(hashesOf(await extracted(before, 'north')));
  expect(hashesOf(await extracted(after, 'south'))).not.toEqual(hashesOf(await extracted(before, 'south')));
});

test('the files of a school are read as its own by a run for it', async () => {
  const district = await smallDistrict(join(folder, 'again'));
  const own = await extracted(district, 'north');
  const small = district.map(({ declaration }) => {
    const file = own.find(({ dataset }) => dataset === declaration.name)?.file;
    return { declaration, files: file === undefined ? null : [file] };
  });
  expect(hashesOf(await extracted(small, 'north'))).toEqual(hashesOf(own));
});
