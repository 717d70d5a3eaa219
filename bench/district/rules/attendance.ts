import { day, rule, type SetRule } from './set-rule.ts';

export const attendanceRules: readonly SetRule[] = [
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
