import type { ColumnType, DatasetDeclaration } from '../../shared/engine/declaration.ts';

type Columns = Readonly<Record<string, ColumnType>>;
type School = Partial<Pick<DatasetDeclaration, 'schoolColumn' | 'schoolThrough'>>;

const declare = (name: string, columns: Columns, key: readonly string[], school: School = {}): DatasetDeclaration => ({
  name,
  version: 1,
  title: name,
  columns: Object.entries(columns).map(([column, type]) => ({ name: column, type, required: key.includes(column) })),
  key,
  schoolColumn: null,
  schoolThrough: null,
  ...school,
});

const ofSchool: School = { schoolColumn: 'schoolId' };
const throughEnrollments: School = { schoolThrough: { dataset: 'enrollments', column: 'studentUniqueId' } };

/** No codes are declared and only keys are required: whatever is wrong beyond that is for the rules to find. */
export const declarations: readonly DatasetDeclaration[] = [
  declare(
    'students',
    {
      studentUniqueId: 'string',
      stateId: 'string',
      firstName: 'string',
      lastName: 'string',
      birthDate: 'date',
      sex: 'string',
      race: 'string',
      gradeLevel: 'string',
    },
    ['studentUniqueId'],
    throughEnrollments,
  ),
  declare(
    'enrollments',
    {
      studentUniqueId: 'string',
      schoolId: 'string',
      enrollmentNumber: 'integer',
      entryDate: 'date',
      entryCode: 'string',
      exitDate: 'date',
      exitCode: 'string',
      gradeLevel: 'string',
      fte: 'decimal',
    },
    ['studentUniqueId', 'schoolId', 'enrollmentNumber'],
    ofSchool,
  ),
  declare(
    'attendance',
    { studentUniqueId: 'string', schoolId: 'string', attendanceDate: 'date', sequence: 'integer', code: 'string' },
    ['studentUniqueId', 'attendanceDate', 'sequence'],
    ofSchool,
  ),
  declare(
    'special_education',
    { studentUniqueId: 'string', programCode: 'string', iepDate: 'date' },
    ['studentUniqueId'],
    throughEnrollments,
  ),
  declare(
    'incidents',
    {
      incidentId: 'string',
      studentUniqueId: 'string',
      schoolId: 'string',
      incidentDate: 'date',
      incidentCode: 'string',
    },
    ['incidentId'],
    ofSchool,
  ),
  declare(
    'schools',
    { schoolId: 'string', name: 'string', lowGrade: 'integer', highGrade: 'integer' },
    ['schoolId'],
    ofSchool,
  ),
  declare('calendar', { schoolId: 'string', schoolDay: 'date' }, ['schoolId', 'schoolDay'], ofSchool),
  declare(
    'prior_counts',
    { schoolId: 'string', gradeLevel: 'string', students: 'integer' },
    ['schoolId', 'gradeLevel'],
    ofSchool,
  ),
  declare('codes', { codeSet: 'string', code: 'string' }, ['codeSet', 'code']),
];
