import { expect, test } from 'vitest';
import { datasetDeclarationSchema } from './declaration.ts';

const enrollment = {
  name: 'studentSchoolAssociations',
  version: 1,
  title: 'Enrollments',
  columns: [
    { name: 'studentUniqueId', type: 'string', required: true },
    { name: 'schoolId', type: 'string', required: true },
    { name: 'entryDate', type: 'date', required: true },
    { name: 'exitWithdrawDate', type: 'date', required: false },
  ],
  key: ['studentUniqueId', 'schoolId', 'entryDate'],
  schoolColumn: 'schoolId',
  schoolThrough: null,
};

/** Columns of codes whose letters take two bytes each, about 100,000 bytes a column. */
const columnsOfCodes = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    name: `code${at}`,
    type: 'string',
    required: false,
    codes: Array.from({ length: 50 }, (_code, index) => `${index}`.padEnd(1_000, 'ñ')),
  }));

test('a declaration of more than the table holds is refused, with the reason', () => {
  const parsed = (count: number) =>
    datasetDeclarationSchema.safeParse({ ...enrollment, columns: [...enrollment.columns, ...columnsOfCodes(count)] });
  expect(parsed(3).success).toBe(true);
  expect(parsed(5).error?.issues).toMatchObject([
    { message: 'the declaration has more than 400,000 bytes: shorten its lists of codes and its descriptions' },
  ]);
});

test('a declaration that names its key and its school is accepted', () => {
  expect(datasetDeclarationSchema.safeParse(enrollment).success).toBe(true);
});

test.each([
  ['a key column that is not required', { key: ['exitWithdrawDate'] }],
  ['a key column that does not exist', { key: ['nobody'] }],
  ['a key that names a column twice', { key: ['schoolId', 'schoolId'] }],
  ['a school column that is a date', { schoolColumn: 'entryDate' }],
  ['two ways to a school', { schoolThrough: { dataset: 'schools', column: 'schoolId' } }],
  [
    'a further way to a school without a first',
    { schoolColumn: null, schoolThroughAlso: [{ dataset: 'schools', column: 'schoolId' }] },
  ],
  ['the name of the engine view', { name: 'Certification' }],
  ['the name of the view that counts records', { name: 'Records' }],
  ...['Organization_id', 'certification_event'].map((name): [string, object] => [
    `the column ${name}, which the datamart has of its own`,
    { columns: [...enrollment.columns, { name, type: 'string', required: false }] },
  ]),
  ['a name that would leave its folder', { name: '../students' }],
  [
    'a column that would be taken for what stands beside refused rows',
    { columns: [...enrollment.columns, { name: '_line', type: 'string', required: false }] },
  ],
  ['an unknown field', { owner: 'somebody' }],
  [
    'two columns that differ in case only',
    { columns: [...enrollment.columns, { name: 'SCHOOLID', type: 'string', required: false }] },
  ],
  [
    'codes on a date',
    { columns: [...enrollment.columns, { name: 'day', type: 'date', required: false, codes: ['x'] }] },
  ],
])('a declaration with %s is refused', (_defect, change) => {
  expect(datasetDeclarationSchema.safeParse({ ...enrollment, ...change }).success).toBe(false);
});
