import { enrollment, rule, student, type SetRule } from './set-rule.ts';

export const serviceRules: readonly SetRule[] = [
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

export const countRules: readonly SetRule[] = [
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
