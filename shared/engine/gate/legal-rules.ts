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
    'texts under their other names',
    `SELECT lcase(firstName) AS a, ucase(firstName) AS b, char_length(firstName) + character_length(firstName) AS c, unicode(firstName) - ord(firstName) AS d, firstName ^@ 'A' AS f, hamming('abc', 'abd') AS g, jaro_similarity(firstName, 'Ann') AS h, regexp_escape(firstName) AS i FROM students`,
    3,
  ],
  [
    'texts cut into lists',
    `SELECT regexp_extract_all(firstName, '[a-z]') AS a, regexp_split_to_array(firstName, 'n') AS b, string_split_regex(firstName, 'n') AS c, str_split_regex(firstName, 'n') AS d, str_split(firstName, 'n') AS e, split(firstName, 'n') AS f, string_to_array(firstName, 'n') AS g FROM students`,
    3,
  ],
  [
    'lists asked and changed',
    `WITH l AS (SELECT [3, 1, 2] AS l, firstName FROM students)
      SELECT array_length(l) AS a, array_contains(l, 1) AND array_has(l, 1) AS b, list_has_any(l, [1]) OR list_has_all(l, [9]) AS c, array_has_any(l, [1]) OR array_has_all(l, [9]) AS d, list_indexof(l, 1) + array_position(l, 1) + array_indexof(l, 1) AS e, list_concat(l, [4]) AS f, array_concat(l, [4]) AS g, list_append(l, 4) AS h, list_prepend(0, l) AS i, list_slice(l, 1, 2) AS j, list_extract(l, 1) + list_element(l, 2) + array_extract(l, 3) AS k, list_reverse(l) AS m, list_reverse_sort(l) AS n, array_sort(l) AS o, list_unique(l) + array_unique(l) AS p, flatten([l, l]) AS q, list_avg(l) AS r, list_count(l) + list_first(l) + list_last(l) AS s, list_median(l) AS t, list_bool_and([true]) AND list_bool_or([false]) AS u, array_distinct([1]) AS v, l && [1] AND l @> [1] AND [1] <@ l AS w, array_slice(l, 1, 2) AS x FROM l`,
    3,
  ],
  [
    'parts of dates and times',
    `SELECT days_in_month(as_of) AS a, decade(as_of) + century(as_of) AS b, julian(as_of) AS c, epoch_ms(as_of) AS d, make_time(8, 30, 0) AS e, time_bucket(INTERVAL 1 MONTH, as_of) AS f, millisecond(as_of) + microsecond(as_of) AS g, as_of + to_quarters(1) + to_decades(1) AS h FROM certification, students`,
    3,
  ],
  [
    'distances and other numbers',
    `SELECT degrees(acos(sin(radians(30)) * sin(radians(31)) + cos(radians(30)) * cos(radians(31)))) AS a, atan2(1, 2) + atan(1) + asin(1) + tan(1) + cot(1) AS b, pi() AS c, log2(8) + cbrt(8) AS d, gcd(12, 8) + lcm(12, 8) AS e, even(2.5) AS f, fdiv(5, 2) AS g, factorial(3) AS h, signbit(-1.0::DOUBLE) AS i, xor(1, 2) AS j, @(-1) AS k FROM students`,
    3,
  ],
  [
    'more aggregates',
    `SELECT mean(length(firstName)) AS a, countif(firstName > 'B') AS b, quantile(length(firstName), 0.5) AS c, geomean(length(firstName)) AS d, weighted_avg(length(firstName), 1) AS e, corr(1, 2) AS f, covar_pop(1, 2) + covar_samp(1, 2) AS g, mad(length(firstName)) AS h, skewness(1) AS i, kurtosis(1) AS j, product(2) AS k, regr_slope(1, 2) AS l, regr_intercept(1, 2) AS m, regr_r2(1, 2) AS n, regr_count(1, 2) AS o, argmax(firstName, studentUniqueId) AS p, argmin(firstName, studentUniqueId) AS q, bit_or(1) + bit_and(1) + bit_xor(1) AS r, geometric_mean(2) AS s, wavg(1, 2) AS t FROM students`,
    1,
  ],
  [
    'what the parser writes otherwise',
    `SELECT ifnull(firstName, '-') AS a, if(firstName > 'B', 1, 2) AS b, extract(year FROM DATE '2021-09-01') AS c, position('n' IN firstName) AS d, substring(firstName FROM 1 FOR 2) AS e, trim(BOTH 'A' FROM firstName) AS f, firstName SIMILAR TO '[A-Z].*' AS g, firstName GLOB 'A*' AS h, firstName NOT ILIKE 'a%' AS i FROM students`,
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
