import { type CalendarDate, endOfDay, parseCalendarDate, startOfDay } from '../../kernel/calendar-date.ts';
import type { Instant } from '../../kernel/instant.ts';

const comparable = (text: string): string => text.normalize('NFC').toLocaleLowerCase('en');

/** Whether a text holds what was typed into a filter; an absent filter and upper and lower case make no difference. */
export const holdsText = (text: string, wanted: string | undefined): boolean =>
  wanted === undefined || comparable(text).includes(comparable(wanted));

/** Whether a value is one of those chosen; nothing chosen means all. */
export const isChosen = <Value>(value: Value, chosen: readonly Value[] | undefined): boolean =>
  chosen === undefined || chosen.length === 0 || chosen.includes(value);

/** Whether a value is the one asked for; nothing asked means any. */
export const isWanted = <Value>(value: Value, wanted: Value | undefined): boolean =>
  wanted === undefined || value === wanted;

/** Whether a text in ISO form, date or instant, lies between two others, both included. */
export const isBetween = (text: string, from: string | undefined, to: string | undefined): boolean =>
  (from === undefined || text >= from) && (to === undefined || text <= to);

/** Where a filter begins or ends: at a day in the agency's zone, which counts in full, or at an exact moment. */
export type DayOrInstant = CalendarDate | Instant;

const isSince = (at: Instant, from: DayOrInstant, zone: string): boolean => {
  const day = parseCalendarDate(from);
  return at >= (day === undefined ? from : startOfDay(day, zone));
};

const isUntil = (at: Instant, to: DayOrInstant, zone: string): boolean => {
  const day = parseCalendarDate(to);
  return day === undefined ? at <= to : at < endOfDay(day, zone);
};

/** Whether something happened between two points of time, both included. */
export const happenedBetween = (
  at: Instant,
  from: DayOrInstant | undefined,
  to: DayOrInstant | undefined,
  zone: string,
): boolean => (from === undefined || isSince(at, from, zone)) && (to === undefined || isUntil(at, to, zone));
