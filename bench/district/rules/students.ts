import { fatal, rule, student, type SetRule } from './set-rule.ts';

export const studentRules: readonly SetRule[] = [
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
