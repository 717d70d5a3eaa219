import { join } from 'node:path';
import type { DatasetDeclaration } from '../declaration.ts';
import type { DeliveredDataset, RunJob, RunRule } from '../run/job.ts';
import { parametersOfYear } from '../run/parameters.ts';
import { deliveredRows } from './delivered-rows.ts';

const text = (name: string) => ({ name, type: 'string' as const, required: name === 'studentUniqueId' });

const declare = (
  name: string,
  columns: DatasetDeclaration['columns'],
  school: Pick<DatasetDeclaration, 'schoolColumn' | 'schoolThrough'>,
): DatasetDeclaration => ({ name, version: 1, title: name, columns, key: ['studentUniqueId'], ...school });

const throughEnrollments = {
  schoolColumn: null,
  schoolThrough: { dataset: 'enrollments', column: 'studentUniqueId' },
};

const students = declare('students', [text('studentUniqueId'), text('firstName')], throughEnrollments);
const enrollments = declare('enrollments', [text('studentUniqueId'), text('schoolId')], {
  schoolColumn: 'schoolId',
  schoolThrough: null,
});
const notes = declare('notes', [text('studentUniqueId'), text('note')], throughEnrollments);

/** A district of its own in `folder`: two schools with three students, and no notes unless they are given. */
export const smallDistrict = async (
  folder: string,
  rows: { readonly students?: readonly object[]; readonly enrollments?: readonly object[] | null } = {},
): Promise<readonly DeliveredDataset[]> => {
  const deliver = (declaration: DatasetDeclaration, rows: readonly object[]) =>
    deliveredRows(folder, declaration, rows);
  const enrolled = rows.enrollments === undefined ? defaultEnrollments : rows.enrollments;
  return [
    await deliver(students, rows.students ?? defaultStudents),
    enrolled === null ? { declaration: enrollments, files: null } : await deliver(enrollments, enrolled),
    { declaration: notes, files: null },
  ];
};

const defaultStudents = [
  { studentUniqueId: '1', firstName: 'Ann' },
  { studentUniqueId: '2', firstName: 'Ben' },
  { studentUniqueId: '3', firstName: 'Cem' },
];

const defaultEnrollments = [
  { studentUniqueId: '1', schoolId: 'north' },
  { studentUniqueId: '2', schoolId: 'north' },
  { studentUniqueId: '3', schoolId: 'south' },
];

const aRule = (change: Partial<RunRule> = {}): RunRule => ({
  code: 'R1',
  name: 'A rule',
  severity: 'WARNING',
  kind: 'FINDINGS',
  sql: 'SELECT studentUniqueId FROM students',
  datasets: ['students'],
  message: 'Look at it.',
  order: 0,
  ...change,
});

/** A run of these rules, each under its own code and in this order, in a folder of its own below `folder`. */
export const aRun = (
  folder: string,
  datasets: readonly DeliveredDataset[],
  rules: readonly Partial<RunRule>[],
  change: Partial<RunJob> = {},
): RunJob => ({
  workFolder: join(folder, crypto.randomUUID()),
  datasets,
  schoolId: null,
  parameters: parametersOfYear(2022),
  rules: rules.map((rule, order) => aRule({ code: `R${order + 1}`, order, ...rule })),
  limits: { secondsPerRule: 20, secondsPerRun: 120, rowsPerRule: 1_000_000, memoryMb: 256, threads: 1 },
  ...change,
});
