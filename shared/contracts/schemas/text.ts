import * as z from 'zod';
import { parseCalendarDate } from '../../kernel/calendar-date.ts';
import { idPattern } from '../../kernel/ids.ts';
import { parseInstant } from '../../kernel/instant.ts';

// NUL ends texts early in some readers, and a lone surrogate is no Unicode text: neither can be stored and shown faithfully.
const isCleanText = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

// Marks of direction and joiners have their place between letters; alone they are a name that nobody can see.
const showsSomething = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/u;

/** Text that is kept exactly as it was sent: a query, an address. */
export const exactText = (max: number) =>
  z.string().max(max).refine(isCleanText, 'holds characters that cannot be stored');

/** Text as people type it: stored in NFC, 1 to `max` characters after trimming, one of them visible. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine(isCleanText, 'holds characters that cannot be stored')
    .transform((value) => value.normalize('NFC').trim())
    .refine((value) => showsSomething.test(value), 'must not be empty');

/** An id as text that is safe in keys and object names. */
export const idText = z.string().regex(idPattern, 'is not an id');

export const calendarDate = z
  .string()
  .max(10)
  .transform((value, context) => {
    const date = parseCalendarDate(value);
    if (date !== undefined) return date;
    context.addIssue({ code: 'custom', message: 'is not a calendar date (YYYY-MM-DD)' });
    return z.NEVER;
  })
  .meta({ override: { type: 'string', format: 'date' } });

export const instant = z
  .string()
  .max(40)
  .transform((value, context) => {
    const moment = parseInstant(value);
    if (moment !== undefined) return moment;
    context.addIssue({ code: 'custom', message: 'is not an instant (ISO 8601 with offset)' });
    return z.NEVER;
  })
  .meta({ override: { type: 'string', format: 'date-time' } });

/** A point of a filter: a day in the agency's zone, which counts in full, or an exact moment. */
export const dayOrInstant = z
  .string()
  .max(40)
  .transform((value, context) => {
    const point = parseCalendarDate(value) ?? parseInstant(value);
    if (point !== undefined) return point;
    context.addIssue({ code: 'custom', message: 'is neither a calendar date nor an instant' });
    return z.NEVER;
  })
  .meta({
    override: {
      anyOf: [
        { type: 'string', format: 'date' },
        { type: 'string', format: 'date-time' },
      ],
    },
  });

/** The end year, as a number: 2025 stands for 24-25. */
export const reportingYear = z.int().min(2000).max(2100);
