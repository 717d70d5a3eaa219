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
  ['a name that would leave its folder', { name: '../students' }],
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
