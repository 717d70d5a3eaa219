import { parseCalendarDate } from '../../kernel/calendar-date.ts';
import { parseInstant } from '../../kernel/instant.ts';
import type { ColumnType } from '../declaration.ts';
import { longNumber } from './long-number.ts';
import type { Defect } from './problem.ts';

const longestText = 4_000;

const defect = (code: Defect['code'], detail: string): Defect => ({ code, detail });

const notText = defect('WRONG_TYPE', 'must be a text');
const tooLong = defect('TOO_LONG', `is longer than ${longestText.toLocaleString('en-US')} characters`);
const invalidText = defect('INVALID_TEXT', 'holds a NUL or half a character');
const notInteger = defect('WRONG_TYPE', 'must be a whole number of at most 15 digits');
const notDecimal = defect('WRONG_TYPE', 'must be a number with at most 12 digits before and 6 after the point');
const notBoolean = defect('WRONG_TYPE', 'must be true or false');
const notDate = defect('NOT_A_DATE', 'must be a date as YYYY-MM-DD');
const notInstant = defect(
  'NOT_A_DATE',
  'must be a moment as YYYY-MM-DDThh:mm:ss, to the microsecond at most, with its offset from UTC',
);

const booleans = new Map<unknown, string>([
  [true, 'true'],
  [false, 'false'],
  ['true', 'true'],
  ['false', 'false'],
  ['1', 'true'],
  ['0', 'false'],
]);

// Numbers are read from text too, since an export of XML or CSV has nothing else ("3.50"); never the other way round,
// since a student number written as a JSON number has lost its leading zeros.
const numberMatching = (pattern: RegExp, otherwise: Defect) => (value: unknown) => {
  const text = typeof value === 'number' ? String(value) : (longNumber(value) ?? value);
  return typeof text === 'string' && pattern.test(text) ? text : otherwise;
};

const readText = (value: unknown): string | Defect => {
  if (typeof value !== 'string') return notText;
  if (value.length > longestText) return tooLong;
  return value.isWellFormed() && !value.includes('\0') ? value : invalidText;
};

const finerThanMicroseconds = /\.\d{6}0*[1-9]/;

// An instant ends with its milliseconds; what the column keeps beyond them stands in the text itself.
const readMoment = (text: string): string | undefined => {
  const instant = finerThanMicroseconds.test(text) ? undefined : parseInstant(text);
  return instant && `${instant.slice(0, -1)}${/\.\d{3}(\d{1,3})/.exec(text)?.[1] ?? ''}`;
};

/** One value of a row as the text DuckDB casts to the column's type without fail, or why it is not one. Null never comes here. */
export const cellReaders: Readonly<Record<ColumnType, (value: unknown) => string | Defect>> = {
  string: readText,
  integer: numberMatching(/^-?\d{1,15}$/, notInteger),
  decimal: numberMatching(/^-?\d{1,12}(\.\d{1,6})?$/, notDecimal),
  boolean: (value) => booleans.get(value) ?? notBoolean,
  date: (value) => (typeof value === 'string' && parseCalendarDate(value)) || notDate,
  timestamp: (value) => (typeof value === 'string' && readMoment(value)) || notInstant,
};
