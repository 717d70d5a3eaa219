const columns = (count: number): string =>
  Array.from({ length: count }, (_, place) => `firstName AS c${place}`).join(', ');

/** Odd, but rules: what analysts write, over the datasets of the gate's own tests. Each gives these rows from three students. */
export const legalRules: readonly (readonly [what: string, sql: string, rows: number])[] = [
  ['300 columns', `SELECT ${columns(300)} FROM students`, 3],
  [
    'a list and a structure',
    `SELECT [firstName, 'x'] AS names, {'id': studentUniqueId, 'n': 1} AS who FROM students`,
    3,
  ],
  ['an ARRAY and an element of it', `SELECT ARRAY[1, 2] AS pair, ([10, 20])[2] AS second FROM students`, 3],
  ['a list of rows, in order', `SELECT list(firstName ORDER BY studentUniqueId) AS names FROM students`, 1],
  ['a row value', `SELECT row(studentUniqueId, firstName) AS pair FROM students`, 3],
  [
    'what is not a number',
    `SELECT 'NaN'::DOUBLE AS a, 'infinity'::DOUBLE AS b, -'infinity'::DOUBLE AS c FROM students`,
    3,
  ],
  [
    'huge integers',
    `SELECT 170141183460469231731687303715884105727::HUGEINT AS a, 9007199254740993 AS b FROM students`,
    3,
  ],
  ['a wide decimal', `SELECT 12345678901234567890.123456789::DECIMAL(38,9) AS d FROM students`, 3],
  ['odd text', `SELECT 'Ünï — "q" ''s'' <b> 😀 \t' AS "Höhe; DROP TABLE x --" FROM students`, 3],
  ['a name of two hundred letters', `SELECT firstName AS "${'n'.repeat(200)}" FROM students`, 3],
  ['columns of one name', `SELECT firstName, firstName, studentUniqueId AS firstName FROM students`, 3],
  ['no FROM at all', `SELECT 1 AS x`, 1],
  ['VALUES', `SELECT * FROM (VALUES (1, 'a'), (2, 'b')) AS codes(n, code)`, 2],
  ['FROM first', `FROM students SELECT firstName WHERE firstName IS NOT NULL`, 3],
  ['comments everywhere', `/* a */ SELECT -- b\n firstName /* ; */ FROM students -- c`, 3],
  ['several semicolons', `SELECT firstName FROM students ; ; `, 3],
  ['set operations', `SELECT firstName FROM students EXCEPT SELECT firstName FROM students`, 0],
  [
    'named steps that use each other',
    `WITH a AS (SELECT * FROM students), b AS (SELECT * FROM a) SELECT * FROM b JOIN a USING (studentUniqueId)`,
    3,
  ],
  [
    'frames of a window',
    `SELECT sum(1) OVER (ORDER BY studentUniqueId ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS n, lag(firstName, 1, '-') OVER w AS before FROM students WINDOW w AS (ORDER BY studentUniqueId)`,
    3,
  ],
  ['QUALIFY', `SELECT firstName FROM students QUALIFY row_number() OVER (ORDER BY firstName) = 1`, 1],
  ['grouping sets', `SELECT firstName, count(*) AS n FROM students GROUP BY ROLLUP (firstName)`, 4],
  [
    'filtered aggregates',
    `SELECT count(*) FILTER (WHERE firstName > 'B') AS n, quantile_cont(1.5, 0.5) AS q FROM students`,
    1,
  ],
  [
    'a correlated subquery',
    `SELECT (SELECT count(*) FROM enrollments e WHERE e.studentUniqueId = s.studentUniqueId) AS n FROM students s`,
    3,
  ],
  ['a LATERAL', `SELECT s.firstName, x.n FROM students s, LATERAL (SELECT length(s.firstName) AS n) x`, 3],
  [
    'a join in time',
    `SELECT s.firstName FROM students s ASOF JOIN students t ON s.studentUniqueId >= t.studentUniqueId`,
    3,
  ],
  [
    'TRY and TRY_CAST',
    `SELECT TRY(CAST(firstName AS INTEGER)) AS a, TRY_CAST(firstName AS DATE) AS b FROM students`,
    3,
  ],
  [
    'intervals',
    `SELECT DATE '2021-02-28' + INTERVAL 1 YEAR AS a, DATE '2024-02-29' - INTERVAL '1 month' AS b FROM students`,
    3,
  ],
  [
    'an age on a day',
    `SELECT age(as_of, DATE '2010-02-28') AS a, date_part('year', age(as_of, DATE '2010-02-28')) AS years FROM certification, students`,
    3,
  ],
  [
    'ids of a fixed width',
    `SELECT studentUniqueId FROM students WHERE lpad(studentUniqueId, 10, '0') = '000000000' || studentUniqueId AND length(rpad(firstName, 1000, ' ')) = 1000`,
    3,
  ],
  [
    'regular expressions of catastrophe',
    `SELECT firstName FROM students WHERE NOT regexp_matches('${'a'.repeat(40)}!' || firstName, '^(a+)+$')`,
    3,
  ],
  ['a name in quotes and in other case', `SELECT "FIRSTNAME" FROM "Students"`, 3],
  ['a star without some', `SELECT * EXCLUDE (firstName), * REPLACE (upper(firstName) AS firstName) FROM students`, 3],
  ['a collation', `SELECT firstName FROM students ORDER BY firstName COLLATE nocase`, 3],
  [
    'BETWEEN, IN and IS DISTINCT FROM',
    `SELECT firstName FROM students WHERE firstName BETWEEN 'A' AND 'Z' AND studentUniqueId IN ('1', '2') AND firstName IS DISTINCT FROM 'Zoe'`,
    2,
  ],
  ['deep parentheses', `SELECT ${'('.repeat(60)}1${')'.repeat(60)} AS x FROM students`, 3],
];
