import * as z from 'zod';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { idPattern } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/instant.ts';

// Checks of what this adapter wrote itself: enough to find a damaged item, cheap enough for a list of 10,000.

const matching = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value);

export const idOf = <Id extends string>() => z.custom<Id>(matching(idPattern), 'is no id');

export const instant = z.custom<Instant>(matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/), 'is no instant');
export const calendarDate = z.custom<CalendarDate>(matching(/^\d{4}-\d\d-\d\d$/), 'is no date');
export const count = z.int().nonnegative();
