import { expect, test } from 'vitest';
import { dropProblems, isDropProblem, readDropKey } from './dropped-file.ts';

test.each([
  ['drop/district/full/255903/students/students.csv', 'DISTRICT', 'FULL', 'CSV'],
  ['drop/state/delta/255903/students/night of 3 May.NDJSON.gz', 'STATE', 'DELTA', 'NDJSON'],
  ['drop/state/full/255903/students/s.parquet', 'STATE', 'FULL', 'PARQUET'],
])('%s says what is delivered', (key, lane, delivery, format) => {
  expect(readDropKey(key)).toMatchObject({
    ok: true,
    value: { organizationId: '255903', dataset: 'students', fileName: key.split('/').at(-1), lane, delivery, format },
  });
});

test('a file name may be as long as an announced one', () => {
  const fileName = `${'a'.repeat(196)}.csv`;
  const read = readDropKey(`drop/state/full/255903/students/${fileName}`);
  expect(read).toMatchObject({ ok: true, value: { fileName } });
});

test('problems of a dropped file are told from other codes', () => {
  expect(isDropProblem('DROP_LANE')).toBe(true);
  expect([undefined, 'NOT_A_DATE', 'toString'].map(isDropProblem)).toEqual([false, false, false]);
});

test.each([
  ['drop/', 'lane'],
  ['drop/snapshot/full/255903/students/a.csv', 'lane'],
  ['drop/state/some/255903/students/a.csv', 'delivery'],
  ['drop/state/full/../students/a.csv', 'district'],
  ['drop/state/full/255903/stu dents/a.csv', 'dataset'],
  ['drop/state/full/255903/students/a/b.csv', 'deep'],
  [`drop/state/full/255903/students/${'a'.repeat(200)}.csv`, 'long'],
  ['drop/state/full/255903/students/a.xlsx', 'end in'],
  ['drop/state/full/255903/students/a.gz.csv.zip', 'end in'],
  ['drop/state/full/255903/students/a.csv.gz.bak', 'end in'],
  ['drop/state/full/255903/students/', 'end in'],
])('%s names what is wrong: %s', (key, part) => {
  const read = readDropKey(key);
  expect(read.ok ? null : dropProblems[read.failure]).toContain(part);
});
