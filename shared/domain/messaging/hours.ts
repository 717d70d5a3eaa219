import { addDays, atHour, type CalendarDate, dateIn } from '../../kernel/calendar-date.ts';
import { type Instant, instantFromMillis, millisOf } from '../../kernel/instant.ts';

/** Reminders are written early in the agency's morning, and the day's one mail goes out an hour later, with them in it. */
const reminderHour = 7;
const digestHour = 8;

export const remindersAt = (day: CalendarDate, zone: string): Instant => atHour(day, reminderHour, zone);

export const digestAt = (day: CalendarDate, zone: string): Instant => atHour(day, digestHour, zone);

// Who is put on a day's list must be there before the list is read.
const marginMillis = 300_000;

/** The day whose mail still mentions what is told now. */
export const digestDay = (now: Instant, zone: string): CalendarDate => {
  const latest = instantFromMillis(millisOf(now) + marginMillis);
  const today = dateIn(latest, zone);
  return latest < digestAt(today, zone) ? today : addDays(today, 1);
};
