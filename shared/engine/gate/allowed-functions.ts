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
  count count_star count_if countif sum avg mean min max median mode product geomean geometric_mean weighted_avg wavg
  stddev stddev_pop stddev_samp variance var_pop var_samp mad skewness kurtosis corr covar_pop covar_samp regr_count
  regr_slope regr_intercept regr_r2 quantile quantile_cont quantile_disc arg_max arg_min argmax argmin max_by min_by
  bool_and bool_or bit_and bit_or bit_xor string_agg group_concat listagg`;

const windows = `
  row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value`;

const texts = `
  lower lcase upper ucase length char_length character_length strlen trim ltrim rtrim lpad rpad left right substr
  substring replace translate concat concat_ws contains starts_with ends_with prefix suffix strpos instr position reverse
  split_part string_split str_split split string_to_array string_split_regex str_split_regex regexp_split_to_array ascii
  unicode ord strip_accents nfc_normalize levenshtein damerau_levenshtein hamming jaccard jaro_similarity
  jaro_winkler_similarity regexp_matches regexp_full_match regexp_extract regexp_extract_all regexp_replace regexp_escape
  like_escape not_like_escape ilike_escape not_ilike_escape`;

const dates = `
  age date_part datepart date_trunc datetrunc date_diff datediff date_sub datesub date_add time_bucket make_date make_time
  make_timestamp strftime strptime try_strptime century decade year month day quarter week weekofyear yearweek isoyear
  dayofweek weekday isodow dayofmonth dayofyear hour minute second millisecond microsecond julian epoch epoch_ms last_day
  days_in_month dayname monthname to_days to_weeks to_months to_quarters to_years to_decades to_hours to_minutes to_seconds`;

const numbers = `
  abs ceil ceiling floor round round_even even trunc sign signbit sqrt cbrt pow power exp ln log log2 log10 mod fmod fdiv
  gcd lcm factorial xor greatest least isnan isinf isfinite pi degrees radians sin cos tan cot asin acos atan atan2`;

/** Values made of values: as many as the text or the rows have, never more. */
const nested = `
  row struct_pack struct_extract list_value list array_agg len flatten array_to_string
  list_contains list_has list_has_any list_has_all list_position list_indexof list_extract list_element list_slice
  list_concat list_append list_prepend list_sort list_reverse list_reverse_sort list_distinct list_unique list_count
  list_sum list_avg list_median list_min list_max list_first list_last list_bool_and list_bool_or
  array_contains array_has array_has_any array_has_all array_position array_indexof array_extract array_slice
  array_concat array_sort array_distinct array_unique array_length`;

const others = 'nullif';

const operators = '+ - * / // % ** ^ @ || ~~ !~~ ~~* !~~* ~~~ ^@ && @> <@';

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
