import { enrollment, fatal, grade, rule, student, type SetRule } from './set-rule.ts';

export const enrollmentRules: readonly SetRule[] = [
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
      FROM enrollments) AS entries
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
