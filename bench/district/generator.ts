import type { DistrictSize } from './sizes.ts';

/*
 * Everything follows from the number of a row by arithmetic on 32 bits, so that every version of every engine makes the
 * same rows. `chance(n, salt, rate)` is true for about that share of the numbers; each salt is used for one thing only.
 */
const macros = [
  'CREATE MACRO stirred(h) AS (xor(h >> 16, h) * 73244475) % 4294967296',
  'CREATE MACRO scattered(n, salt) AS stirred(stirred((n * 2654435761 + salt * 2246822519 + 97) % 4294967296))',
  'CREATE MACRO chance(n, salt, rate) AS scattered(n, salt) < rate * 4294967296',
  'CREATE MACRO picked(n, salt, texts) AS texts[1 + scattered(n, salt) % len(texts)]',
];

const texts = (values: readonly string[]): string => `[${values.map((value) => `'${value}'`).join(', ')}]`;

const firstNames = [
  'Ana',
  'Ben',
  'Chloe',
  'Dmitri',
  'Eun-ji',
  'Fatima',
  'Guadalupe',
  'Hana',
  'Ines',
  'Jamal',
  'Kofi',
  'Liv',
];
const lastNames = [
  'Abara',
  'Brown',
  'Castillo',
  'Dang',
  'Eriksson',
  'Flores',
  'Garcia',
  'Haddad',
  'Ito',
  'Jones',
  'Kim',
  'Lopez',
];
const codeSets: Readonly<Record<string, readonly string[]>> = {
  sex: ['F', 'M', 'X'],
  race: ['AmericanIndian', 'Asian', 'Black', 'NativeHawaiian', 'White', 'TwoOrMore', 'Hispanic'],
  grade: ['KG', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'],
  entry: ['E1', 'E2', 'E3'],
  exit: ['W1', 'W2', 'W3', 'W4'],
  attendance: ['P', 'T', 'E', 'U'],
  program: ['LD', 'SL', 'AU', 'OHI'],
  incident: ['BUL', 'FGT', 'DIS', 'TRU'],
};

const codesOf = (set: string): string => texts(codeSets[set] ?? []);

const gradeText = (grade: string): string => `${codesOf('grade')}[1 + ${grade}]`;

/** A third each of elementary, middle and high schools of 600 students. */
const schoolsOf = (students: number): number => 3 * Math.max(1, Math.round(students / 1_800));

const allCodes = (): string => {
  const rows = Object.entries(codeSets).flatMap(([set, codes]) => codes.map((code) => `('${set}', '${code}')`));
  return `CREATE TABLE codes AS SELECT * FROM (VALUES ${rows.join(', ')}) AS c(codeSet, code)`;
};

/** What is true of each student, before it is told in the datasets. */
const pupils = ({ students, faults }: DistrictSize): string => `
  CREATE TABLE pupils AS
  SELECT *,
    CAST(900000 + school AS VARCHAR) AS schoolId,
    CAST(900000 + (school + 3) % ${schoolsOf(students)} AS VARCHAR) AS nextSchoolId,
    CASE WHEN chance(n, 6, 0.9) THEN DATE '2021-08-16' ELSE DATE '2021-08-16' + CAST(scattered(n, 7) % 60 AS INTEGER) END AS entryDate,
    DATE '2021-11-01' + CAST(scattered(n, 8) % 150 AS INTEGER) AS moveDate
  FROM (
    SELECT range AS n, CAST(1000000 + range AS VARCHAR) AS studentUniqueId, grade,
      (CASE WHEN grade < 6 THEN 0 WHEN grade < 9 THEN 1 ELSE 2 END) + 3 * (scattered(range, 2) % ${schoolsOf(students) / 3}) AS school,
      chance(range, 3, 0.12) AS moves, chance(range, 4, 0.05) AS leaves, chance(range, 5, ${faults.enrollment}) AS doubled
    FROM (SELECT range, scattered(range, 1) % 13 AS grade FROM range(${students})))`;

const studentRows = ({ faults: { stateId, code, name, birthDate } }: DistrictSize): string => `
  CREATE TABLE students AS
  SELECT studentUniqueId,
    CASE WHEN chance(n, 10, ${stateId}) THEN NULL WHEN chance(n, 11, ${stateId / 2}) THEN 'A' || CAST(n AS VARCHAR)
      WHEN chance(n, 12, ${stateId / 2}) THEN CAST(3000000000 + n - 1 AS VARCHAR) ELSE CAST(3000000000 + n AS VARCHAR) END AS stateId,
    CASE WHEN chance(n, 13, ${name}) THEN ' ' ELSE picked(n, 14, ${texts(firstNames)}) END AS firstName,
    CASE WHEN chance(n, 15, ${name}) THEN NULL ELSE picked(n, 16, ${texts(lastNames)}) END AS lastName,
    CASE WHEN chance(n, 17, ${birthDate}) THEN DATE '1899-12-31' WHEN chance(n, 18, ${birthDate}) THEN DATE '2031-01-01'
      ELSE make_date(CAST(2016 - grade AS INTEGER), 1 + CAST(scattered(n, 19) % 12 AS INTEGER), 1 + CAST(scattered(n, 20) % 28 AS INTEGER)) END AS birthDate,
    CASE WHEN chance(n, 21, ${code}) THEN 'U' WHEN chance(n, 22, ${code}) THEN NULL ELSE picked(n, 23, ${codesOf('sex')}) END AS sex,
    CASE WHEN chance(n, 24, ${code}) THEN 'Other' ELSE picked(n, 25, ${codesOf('race')}) END AS race,
    ${gradeText('grade')} AS gradeLevel
  FROM pupils`;

const enrollmentRows = ({ faults: { code, orphan, enrollment, birthDate } }: DistrictSize): string => `
  CREATE TABLE enrollments AS
  WITH told AS (
    SELECT n, 1 AS enrollmentNumber, studentUniqueId, schoolId, entryDate,
      CASE WHEN moves THEN moveDate WHEN leaves THEN moveDate + 30 END AS exitDate, grade, 1.0 AS fte
    FROM pupils
    UNION ALL
    SELECT n, 2, studentUniqueId, nextSchoolId, moveDate + CASE WHEN doubled THEN -10 ELSE 3 END, NULL, grade, 1.0 FROM pupils WHERE moves
    UNION ALL
    SELECT n, 3, studentUniqueId, schoolId, entryDate, NULL, grade, 0.5 FROM pupils WHERE doubled
  )
  SELECT CASE WHEN chance(n, 30, ${orphan}) THEN 'X' || studentUniqueId ELSE studentUniqueId END AS studentUniqueId,
    CASE WHEN chance(n, 31, ${orphan}) THEN '999999' ELSE schoolId END AS schoolId,
    CAST(enrollmentNumber AS BIGINT) AS enrollmentNumber, entryDate,
    CASE WHEN chance(n, 32, ${code}) THEN 'E9' ELSE picked(n, 33, ${codesOf('entry')}) END AS entryCode,
    CASE WHEN chance(n, 34, ${enrollment}) THEN entryDate - 5 ELSE exitDate END AS exitDate,
    CASE WHEN chance(n, 35, ${enrollment}) THEN 'W1' WHEN exitDate IS NULL OR chance(n, 36, ${enrollment}) THEN NULL
      ELSE picked(n, 37, ${codesOf('exit')}) END AS exitCode,
    CASE WHEN chance(n, 38, ${code / 2}) THEN '13' WHEN chance(n, 39, ${birthDate}) THEN ${gradeText('(grade + 6) % 13')}
      ELSE ${gradeText('grade')} END AS gradeLevel,
    CAST(fte AS DECIMAL(18, 6)) AS fte
  FROM told`;

const schoolDays = `
  CREATE TABLE days AS
  SELECT row_number() OVER (ORDER BY day) - 1 AS number, day FROM (
    SELECT CAST(DATE '2021-08-16' + CAST(range AS INTEGER) AS DATE) AS day FROM range(290))
  WHERE dayofweek(day) BETWEEN 1 AND 5 AND NOT (day BETWEEN DATE '2021-12-20' AND DATE '2022-01-02') AND day <> DATE '2021-11-25'`;

/** Present nearly always, but every sixth student is often absent; every row tells the school of that day. */
const attendanceRows = ({ daysRecorded, faults: { attendance, orphan, code } }: DistrictSize): string => `
  CREATE TABLE attendance AS
  WITH chosen AS (
    SELECT p.n * ${daysRecorded} + k.range AS m, p.*,
      CAST(floor((k.range + (scattered(p.n * ${daysRecorded} + k.range, 40) % 700) / 1000.0) * (SELECT count(*) FROM days) / ${daysRecorded}) AS BIGINT) AS number
    FROM pupils p, range(${daysRecorded}) k
    WHERE NOT chance(p.n, 41, 0.002)
  ), dated AS (
    SELECT m, n, studentUniqueId, schoolId, nextSchoolId, moves, leaves, moveDate, entryDate,
      chance(m, 42, ${attendance}) AS onSaturday,
      day + CASE WHEN onSaturday THEN CAST(6 - dayofweek(day) AS INTEGER) ELSE 0 END AS attendanceDate,
      chance(m, 43, ${attendance}) AS misplaced, chance(n, 44, 0.16) AS oftenAbsent
    FROM chosen JOIN days USING (number)
  ), told AS (
    SELECT m, CASE WHEN chance(m, 45, ${orphan}) THEN 'Z' || studentUniqueId ELSE studentUniqueId END AS studentUniqueId,
      CASE WHEN misplaced <> (moves AND attendanceDate >= moveDate + 3) THEN nextSchoolId ELSE schoolId END AS schoolId,
      attendanceDate, CASE WHEN onSaturday THEN 1 + 2 * (m % ${daysRecorded}) ELSE 1 END AS sequence,
      CASE WHEN chance(m, 46, ${code}) THEN 'Q' WHEN chance(m, 47, 0.01) THEN 'T'
        WHEN chance(m, 48, 0.03) OR (oftenAbsent AND chance(m, 49, 0.5)) THEN 'U' WHEN chance(m, 50, 0.02) THEN 'E' ELSE 'P' END AS code
    FROM dated
    WHERE misplaced OR (attendanceDate >= entryDate AND NOT (moves AND attendanceDate BETWEEN moveDate + 1 AND moveDate + 2)
      AND NOT (leaves AND NOT moves AND attendanceDate > moveDate + 30))
  )
  SELECT studentUniqueId, schoolId, attendanceDate, CAST(sequence + copy.range AS BIGINT) AS sequence, code
  FROM told, range(2) copy
  WHERE copy.range = 0 OR chance(m, 51, ${attendance})`;

const serviceRows = ({ faults: { services, code } }: DistrictSize): readonly string[] => [
  `CREATE TABLE special_education AS
   SELECT studentUniqueId, CASE WHEN chance(n, 60, ${code}) THEN 'ZZ' ELSE picked(n, 61, ${codesOf('program')}) END AS programCode,
     CASE WHEN chance(n, 62, ${services}) THEN DATE '2017-03-01' ELSE DATE '2019-09-02' + CAST(scattered(n, 63) % 700 AS INTEGER) END AS iepDate
   FROM pupils WHERE chance(n, 64, 0.15)`,
  `CREATE TABLE incidents AS
   SELECT 'I' || CAST(2000000 + n AS VARCHAR) AS incidentId, studentUniqueId,
     CASE WHEN moves <> chance(n, 65, ${services}) THEN nextSchoolId ELSE schoolId END AS schoolId,
     CASE WHEN moves THEN moveDate ELSE entryDate END + 5 + CAST(scattered(n, 66) % 20 AS INTEGER) AS incidentDate,
     CASE WHEN chance(n, 67, ${code}) THEN 'YYY' ELSE picked(n, 68, ${codesOf('incident')}) END AS incidentCode
   FROM pupils WHERE chance(n, 69, 0.1)`,
];

const placeRows = ({ students, faults: { count } }: DistrictSize): readonly string[] => [
  `CREATE TABLE schools AS
   SELECT CAST(900000 + range AS VARCHAR) AS schoolId, 'School ' || CAST(range + 1 AS VARCHAR) AS name,
     CAST([0, 6, 9][1 + range % 3] AS BIGINT) AS lowGrade, CAST([5, 8, 12][1 + range % 3] AS BIGINT) AS highGrade
   FROM range(${schoolsOf(students)})`,
  'CREATE TABLE calendar AS SELECT schoolId, day AS schoolDay FROM schools, days',
  `CREATE TABLE prior_counts AS
   SELECT schoolId, gradeLevel,
     CAST(count(*) * CASE WHEN chance(CAST(schoolId AS BIGINT) * 13 + ascii(gradeLevel[2]), 70, ${count}) THEN 0.8 ELSE 1.0 END AS BIGINT) AS students
   FROM enrollments WHERE exitDate IS NULL GROUP BY schoolId, gradeLevel`,
];

/** The statements that make a district, one after the other, in an empty database. */
export const generation = (size: DistrictSize): readonly string[] => [
  ...macros,
  allCodes(),
  schoolDays,
  pupils(size),
  studentRows(size),
  enrollmentRows(size),
  attendanceRows(size),
  ...serviceRows(size),
  ...placeRows(size),
];

/** As a district would deliver them: attendance by day, everything else as it was typed in. */
export const deliveredOrder: Readonly<Record<string, string>> = {
  attendance: 'attendanceDate, studentUniqueId, sequence',
  enrollments: 'entryDate, studentUniqueId, enrollmentNumber',
};
