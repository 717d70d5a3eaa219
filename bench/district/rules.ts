import type { Severity } from '../../shared/engine/run/job.ts';

/** A rule of the set, in the form an analyst writes first and in the one who knows the engine would write. */
export interface SetRule {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  /** The datasets it reads, the one it is reported under first. */
  readonly datasets: readonly string[];
  /** The columns of its rows by which answers are compared. */
  readonly key: readonly string[];
  readonly asWritten: string;
  /** Only where the two differ. */
  readonly tuned?: string;
}

const student = ['studentUniqueId'];
const enrollment = ['studentUniqueId', 'schoolId', 'enrollmentNumber'];
const day = ['studentUniqueId', 'schoolId', 'attendanceDate', 'sequence'];

const grade = (column: string): string => `CASE ${column} WHEN 'KG' THEN 0 ELSE try_cast(${column} AS INTEGER) END`;

const rule = (
  code: string,
  name: string,
  datasets: readonly string[],
  key: readonly string[],
  asWritten: string,
  more: Partial<Pick<SetRule, 'severity' | 'tuned'>> = {},
): SetRule => ({ code, name, severity: 'WARNING', datasets, key, asWritten, ...more });

const fatal = { severity: 'FATAL' } as const;

const studentRules = [
  rule(
    'R01',
    'No state id',
    ['students'],
    student,
    `SELECT studentUniqueId, lastName, firstName FROM students WHERE stateId IS NULL OR trim(stateId) = ''`,
    fatal,
  ),
  rule(
    'R02',
    'State id of another student',
    ['students'],
    student,
    `
    SELECT s.studentUniqueId, s.stateId, d.holders FROM students s
    JOIN (SELECT stateId, count(*) AS holders FROM students WHERE stateId IS NOT NULL GROUP BY stateId HAVING count(*) > 1) d
      ON d.stateId = s.stateId`,
    fatal,
  ),
  rule(
    'R03',
    'Sex is no known code',
    ['students', 'codes'],
    student,
    `SELECT studentUniqueId, sex FROM students WHERE sex IS NULL OR sex NOT IN (SELECT code FROM codes WHERE codeSet = 'sex')`,
  ),
  rule(
    'R04',
    'Race is no known code',
    ['students', 'codes'],
    student,
    `SELECT studentUniqueId, race FROM students WHERE race IS NULL OR race NOT IN (SELECT code FROM codes WHERE codeSet = 'race')`,
  ),
  rule(
    'R05',
    'State id is malformed',
    ['students'],
    student,
    `SELECT studentUniqueId, stateId FROM students WHERE NOT regexp_full_match(stateId, '[0-9]{10}')`,
    fatal,
  ),
  rule(
    'R06',
    'Birth date out of range',
    ['students'],
    student,
    `
    SELECT studentUniqueId, birthDate FROM students, certification
    WHERE birthDate IS NULL OR birthDate NOT BETWEEN as_of - INTERVAL 22 YEAR AND as_of - INTERVAL 3 YEAR`,
  ),
  rule(
    'R07',
    'Name is blank',
    ['students'],
    student,
    `
    SELECT studentUniqueId, lastName, firstName FROM students
    WHERE trim(coalesce(lastName, '')) = '' OR trim(coalesce(firstName, '')) = ''`,
  ),
];

const enrollmentRules = [
  rule(
    'R08',
    'Enrollment of no known student',
    ['enrollments', 'students'],
    enrollment,
    `
    SELECT e.studentUniqueId, e.schoolId, e.enrollmentNumber FROM enrollments e
    LEFT JOIN students s ON s.studentUniqueId = e.studentUniqueId WHERE s.studentUniqueId IS NULL`,
    fatal,
  ),
  rule(
    'R09',
    'Enrollment in no known school',
    ['enrollments', 'schools'],
    enrollment,
    `
    SELECT e.studentUniqueId, e.schoolId, e.enrollmentNumber FROM enrollments e
    WHERE NOT EXISTS (SELECT 1 FROM schools s WHERE s.schoolId = e.schoolId)`,
    fatal,
  ),
  rule(
    'R10',
    'Enrollments overlap',
    ['enrollments'],
    enrollment,
    `
    SELECT studentUniqueId, schoolId, enrollmentNumber, entryDate, exitDate, nextEntry FROM (
      SELECT *, lead(entryDate) OVER (PARTITION BY studentUniqueId ORDER BY entryDate, enrollmentNumber, schoolId) AS nextEntry
      FROM enrollments)
    WHERE nextEntry <= coalesce(exitDate, DATE '9999-12-31')`,
  ),
  rule(
    'R11',
    'Exit before entry',
    ['enrollments'],
    enrollment,
    'SELECT studentUniqueId, schoolId, enrollmentNumber, entryDate, exitDate FROM enrollments WHERE exitDate < entryDate',
    fatal,
  ),
  rule(
    'R12',
    'Exit date without code, or code without date',
    ['enrollments'],
    enrollment,
    `
    SELECT studentUniqueId, schoolId, enrollmentNumber, exitDate, exitCode FROM enrollments
    WHERE (exitDate IS NULL) <> (exitCode IS NULL)`,
  ),
  rule(
    'R13',
    'Grade or entry code is no known code',
    ['enrollments', 'codes'],
    enrollment,
    `
    SELECT studentUniqueId, schoolId, enrollmentNumber, gradeLevel, entryCode FROM enrollments
    WHERE gradeLevel NOT IN (SELECT code FROM codes WHERE codeSet = 'grade')
      OR entryCode NOT IN (SELECT code FROM codes WHERE codeSet = 'entry')`,
  ),
  rule(
    'R14',
    'Age does not fit the grade',
    ['enrollments', 'students'],
    enrollment,
    `
    SELECT e.studentUniqueId, e.schoolId, e.enrollmentNumber, e.gradeLevel, s.birthDate
    FROM enrollments e JOIN students s ON s.studentUniqueId = e.studentUniqueId, certification c
    WHERE abs(year(c.as_of) - year(s.birthDate) - 5 - (${grade('e.gradeLevel')})) > 3`,
  ),
  rule(
    'R15',
    'Grade is not served at the school',
    ['enrollments', 'schools'],
    enrollment,
    `
    SELECT e.studentUniqueId, e.schoolId, e.enrollmentNumber, e.gradeLevel, s.lowGrade, s.highGrade
    FROM enrollments e JOIN schools s ON s.schoolId = e.schoolId
    WHERE (${grade('e.gradeLevel')}) NOT BETWEEN s.lowGrade AND s.highGrade`,
  ),
  rule(
    'R16',
    'More than one full-time place on October 1',
    ['enrollments'],
    student,
    `
    SELECT studentUniqueId, sum(fte) AS fte FROM enrollments, certification
    WHERE make_date(reporting_year - 1, 10, 1) BETWEEN entryDate AND coalesce(exitDate, DATE '9999-12-31')
    GROUP BY studentUniqueId HAVING sum(fte) > 1`,
  ),
];

const attendanceRules = [
  rule(
    'R17',
    'Attendance after the last exit',
    ['attendance', 'enrollments'],
    day,
    `
    SELECT a.studentUniqueId, a.schoolId, a.attendanceDate, a.sequence, e.lastExit FROM attendance a
    JOIN (SELECT studentUniqueId, max(coalesce(exitDate, DATE '9999-12-31')) AS lastExit FROM enrollments GROUP BY studentUniqueId) e
      ON e.studentUniqueId = a.studentUniqueId
    WHERE a.attendanceDate > e.lastExit`,
  ),
  rule(
    'R18',
    'Attendance outside every enrollment',
    ['attendance', 'enrollments'],
    day,
    `
    SELECT a.studentUniqueId, a.schoolId, a.attendanceDate, a.sequence FROM attendance a
    LEFT JOIN enrollments e ON e.studentUniqueId = a.studentUniqueId AND e.schoolId = a.schoolId
      AND a.attendanceDate >= e.entryDate AND (e.exitDate IS NULL OR a.attendanceDate <= e.exitDate)
    WHERE e.studentUniqueId IS NULL`,
    {
      severity: 'FATAL',
      tuned: `
    SELECT a.studentUniqueId, a.schoolId, a.attendanceDate, a.sequence FROM attendance a
    ANTI JOIN enrollments e ON e.studentUniqueId = a.studentUniqueId AND e.schoolId = a.schoolId
      AND a.attendanceDate BETWEEN e.entryDate AND coalesce(e.exitDate, DATE '9999-12-31')`,
    },
  ),
  rule(
    'R19',
    'Attendance on no school day',
    ['attendance', 'calendar'],
    day,
    `
    SELECT a.studentUniqueId, a.schoolId, a.attendanceDate, a.sequence FROM attendance a
    LEFT JOIN calendar c ON c.schoolId = a.schoolId AND c.schoolDay = a.attendanceDate WHERE c.schoolId IS NULL`,
  ),
  rule(
    'R20',
    'Attendance of no known student',
    ['attendance', 'students'],
    day,
    `
    SELECT a.studentUniqueId, a.schoolId, a.attendanceDate, a.sequence FROM attendance a
    LEFT JOIN students s ON s.studentUniqueId = a.studentUniqueId WHERE s.studentUniqueId IS NULL`,
    {
      severity: 'FATAL',
      tuned: `
    SELECT a.studentUniqueId, a.schoolId, a.attendanceDate, a.sequence FROM attendance a
    WHERE a.studentUniqueId NOT IN (SELECT studentUniqueId FROM students)`,
    },
  ),
  rule(
    'R21',
    'Attendance told twice',
    ['attendance'],
    ['studentUniqueId', 'schoolId', 'attendanceDate'],
    `
    SELECT studentUniqueId, schoolId, attendanceDate, count(*) AS times FROM attendance
    GROUP BY studentUniqueId, schoolId, attendanceDate HAVING count(*) > 1`,
  ),
  rule(
    'R22',
    'Attendance is no known code',
    ['attendance', 'codes'],
    day,
    `
    SELECT studentUniqueId, schoolId, attendanceDate, sequence, code FROM attendance
    WHERE code NOT IN (SELECT code FROM codes WHERE codeSet = 'attendance')`,
  ),
];

const serviceRules = [
  rule(
    'R23',
    'Special education without open enrollment',
    ['special_education', 'enrollments'],
    student,
    `
    SELECT p.studentUniqueId, p.programCode FROM special_education p
    WHERE NOT EXISTS (SELECT 1 FROM enrollments e WHERE e.studentUniqueId = p.studentUniqueId AND e.exitDate IS NULL)`,
  ),
  rule(
    'R24',
    'IEP is over three years old, or program is no known code',
    ['special_education', 'codes'],
    student,
    `
    SELECT studentUniqueId, programCode, iepDate FROM special_education, certification
    WHERE iepDate < as_of - INTERVAL 3 YEAR OR programCode NOT IN (SELECT code FROM codes WHERE codeSet = 'program')`,
  ),
  rule(
    'R25',
    'Incident outside enrollment or with no known code',
    ['incidents', 'enrollments', 'codes'],
    ['incidentId'],
    `
    SELECT i.incidentId, i.studentUniqueId, i.incidentDate, i.incidentCode FROM incidents i
    WHERE i.incidentCode NOT IN (SELECT code FROM codes WHERE codeSet = 'incident')
      OR NOT EXISTS (SELECT 1 FROM enrollments e WHERE e.studentUniqueId = i.studentUniqueId AND e.schoolId = i.schoolId
        AND i.incidentDate >= e.entryDate AND (e.exitDate IS NULL OR i.incidentDate <= e.exitDate))`,
  ),
];

const countRules = [
  rule(
    'R26',
    'Count of the grade changed by more than a tenth',
    ['enrollments', 'prior_counts'],
    ['schoolId', 'gradeLevel'],
    `
    SELECT p.schoolId, p.gradeLevel, p.students AS before, n.students AS now FROM prior_counts p
    JOIN (SELECT schoolId, gradeLevel, count(*) AS students FROM enrollments WHERE exitDate IS NULL GROUP BY schoolId, gradeLevel) n
      ON n.schoolId = p.schoolId AND n.gradeLevel = p.gradeLevel
    WHERE abs(n.students - p.students) * 10 > p.students`,
    { severity: 'SPECIAL_WARNING' },
  ),
  rule(
    'R27',
    'Absent on 24 days or more',
    ['attendance'],
    student,
    `
    SELECT studentUniqueId, count(*) AS days FROM attendance WHERE code IN ('U', 'E')
    GROUP BY studentUniqueId HAVING count(*) >= 24`,
    { severity: 'INFO' },
  ),
  rule(
    'R28',
    'Enrolled without attendance',
    ['enrollments', 'attendance'],
    enrollment,
    `
    SELECT e.studentUniqueId, e.schoolId, e.enrollmentNumber FROM enrollments e
    WHERE e.exitDate IS NULL AND NOT EXISTS (SELECT 1 FROM attendance a WHERE a.studentUniqueId = e.studentUniqueId)`,
    {
      tuned: `
    SELECT e.studentUniqueId, e.schoolId, e.enrollmentNumber FROM enrollments e
    WHERE e.exitDate IS NULL AND e.studentUniqueId NOT IN (SELECT DISTINCT studentUniqueId FROM attendance)`,
    },
  ),
];

/** The 28 rules over a district. */
export const ruleSet: readonly SetRule[] = [
  ...studentRules,
  ...enrollmentRules,
  ...attendanceRules,
  ...serviceRules,
  ...countRules,
];

export const tunedSql = ({ tuned, asWritten }: SetRule): string => tuned ?? asWritten;
