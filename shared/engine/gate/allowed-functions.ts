/*
 * Everything a rule may call. Left out on purpose:
 * - what depends on the moment or on chance (now, current_date, random, uuid): a run must give the same answer again;
 *   the year and the as-of date are columns of the view `certification`;
 * - what picks any row of many (any_value, first, last): the answer would change with the thread count;
 * - what makes much out of little (repeat, range, generate_series, unnest, format): memory bombs;
 * - what reads the engine itself (current_setting, pragma and catalogue functions, query, getvariable).
 * Some pass with certain arguments only: age, lpad and rpad, see judge-arguments.ts.
 */
const aggregates = `
  count count_star count_if sum avg min max median mode stddev stddev_pop stddev_samp variance var_pop var_samp
  quantile_cont quantile_disc arg_max arg_min max_by min_by bool_and bool_or string_agg group_concat listagg`;

const windows = `
  row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value`;

const texts = `
  lower upper length strlen trim ltrim rtrim left right substr substring replace translate concat concat_ws contains
  starts_with ends_with prefix suffix strpos instr position reverse split_part string_split ascii strip_accents
  nfc_normalize lpad rpad levenshtein damerau_levenshtein jaccard jaro_winkler_similarity regexp_matches regexp_full_match
  regexp_extract regexp_replace like_escape not_like_escape ilike_escape not_ilike_escape`;

const dates = `
  age date_part datepart date_trunc datetrunc date_diff datediff date_sub datesub date_add make_date make_timestamp strftime
  strptime try_strptime year month day quarter week weekofyear yearweek isoyear dayofweek weekday isodow dayofmonth
  dayofyear hour minute second last_day dayname monthname epoch to_days to_weeks to_months to_years to_hours to_minutes
  to_seconds`;

const numbers = `
  abs ceil ceiling floor round round_even trunc sign sqrt pow power exp ln log log10 mod fmod greatest least isnan isinf
  isfinite`;

/** Values made of values: as many as the text or the rows have, never more. */
const nested = `
  row struct_pack struct_extract list_value list array_agg list_contains list_has list_position len list_sort
  list_distinct list_sum list_min list_max array_to_string`;

const others = 'nullif';

const operators = '+ - * / // % ** ^ || ~~ !~~ ~~* !~~* ~~~';

export const allowedFunctions: ReadonlySet<string> = new Set(
  [aggregates, windows, texts, dates, numbers, nested, others, operators].join(' ').trim().split(/\s+/),
);

/** Names that look like columns but are functions of the moment or of the session when no such column exists. */
export const valueFunctions: ReadonlySet<string> = new Set([
  'current_date',
  'current_time',
  'current_timestamp',
  'localtime',
  'localtimestamp',
  'current_catalog',
  'current_schema',
  'current_role',
  'current_user',
  'session_user',
  'user',
]);

export const allowedTypes: ReadonlySet<string> = new Set([
  'BOOLEAN',
  'TINYINT',
  'SMALLINT',
  'INTEGER',
  'BIGINT',
  'HUGEINT',
  'UTINYINT',
  'USMALLINT',
  'UINTEGER',
  'UBIGINT',
  'FLOAT',
  'DOUBLE',
  'DECIMAL',
  'VARCHAR',
  'DATE',
  'TIME',
  'TIMESTAMP',
  'INTERVAL',
]);
