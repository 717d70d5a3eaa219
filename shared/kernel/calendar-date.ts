import type { Brand } from './brand.ts';
import { type Instant, instantFromMillis, millisOf } from './instant.ts';

/** A calendar date `YYYY-MM-DD` without time or zone; it is read in the agency's zone. */
export type CalendarDate = Brand<string, 'CalendarDate'>;

const dayMillis = 86_400_000;

const asCalendarDate = (millis: number): CalendarDate => new Date(millis).toISOString().slice(0, 10) as CalendarDate;

/** Undefined for anything that is not a real day: JavaScript would silently turn 30 February into 2 March. */
export const parseCalendarDate = (text: string): CalendarDate | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const millis = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(millis)) return undefined;
  const date = asCalendarDate(millis);
  return date === text ? date : undefined;
};

export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  asCalendarDate(Date.parse(`${date}T00:00:00Z`) + days * dayMillis);

/** The same day so many years later; of a 29 February the last day of that month. */
export const addYears = (date: CalendarDate, years: number): CalendarDate => {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, '0');
  return parseCalendarDate(`${year}${date.slice(4)}`) ?? asCalendarDate(Date.parse(`${year}-02-28T00:00:00Z`));
};

const formatters = new Map<string, Intl.DateTimeFormat>();

const formatterOf = (zone: string): Intl.DateTimeFormat => {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(zone, made);
  return made;
};

const wallClockMillis = (millis: number, zone: string): number => {
  const parts = new Map(
    formatterOf(zone)
      .formatToParts(new Date(millis))
      .map((part) => [part.type, Number(part.value)]),
  );
  const field = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const seconds = Date.UTC(
    field('year'),
    field('month') - 1,
    field('day'),
    field('hour'),
    field('minute'),
    field('second'),
  );
  return seconds + (((millis % 1000) + 1000) % 1000);
};

// Every guard of every row asks for the same few days, and each answer costs several formattings.
const mostRemembered = 2000;

const remembered = <Asked extends string, Told>(tell: (asked: Asked, zone: string) => Told) => {
  const told = new Map<string, Told>();
  return (asked: Asked, zone: string): Told => {
    const name = `${asked} ${zone}`;
    const known = told.get(name);
    if (known !== undefined) return known;
    if (told.size >= mostRemembered) told.clear();
    const answer = tell(asked, zone);
    told.set(name, answer);
    return answer;
  };
};

/** The calendar date that clocks in `zone` show at `instant`. */
export const dateIn = remembered(
  (instant: Instant, zone): CalendarDate => asCalendarDate(wallClockMillis(millisOf(instant), zone)),
);

/** What clocks in `zone` show at `instant`, as forms write it: `2026-05-18T09:30`. */
export const clockIn = (instant: Instant, zone: string): string =>
  new Date(wallClockMillis(millisOf(instant), zone)).toISOString().slice(0, 16);

/** The moment at which clocks in `zone` show what a form says; undefined where it says none. */
export const momentOfClock = (text: string, zone: string): Instant | undefined => {
  const [day = '', hour = '', minute = ''] = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(text)?.slice(1) ?? [];
  const date = parseCalendarDate(day);
  return date && atMinute(date, Number(hour) * 60 + Number(minute), zone);
};

/** The first moment of `date` in `zone`. */
export const startOfDay = remembered((date: CalendarDate, zone): Instant => atHour(date, 0, zone));

/** The moment at which clocks in `zone` show this full hour of `date`. */
export const atHour = (date: CalendarDate, hour: number, zone: string): Instant => atMinute(date, hour * 60, zone);

/** The moment so many minutes of the clock after the midnight of `date`. Two rounds settle the offset across a clock change. */
const atMinute = (date: CalendarDate, minute: number, zone: string): Instant => {
  const wanted = Date.parse(`${date}T00:00:00Z`) + minute * 60_000;
  const offsetAt = (millis: number): number => wallClockMillis(millis, zone) - millis;
  const first = wanted - offsetAt(wanted);
  return instantFromMillis(wanted - offsetAt(first));
};

/** The moment from which `date` is over in `zone`: a deadline day counts in full, the next midnight no longer. */
export const endOfDay = (date: CalendarDate, zone: string): Instant => startOfDay(addDays(date, 1), zone);

const spoken = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', dateStyle: 'long' });

/** As a person reads it: May 18, 2026. */
export const spokenDate = (date: CalendarDate): string => spoken.format(new Date(`${date}T00:00:00Z`));

export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMillis);

export const isTimeZone = (text: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: text }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
};
