import { type CalendarDate, endOfDay, parseCalendarDate, startOfDay } from '../../kernel/calendar-date.ts';
import { at, type Fields, textAt } from '../fields.ts';
import { type Found, type Part, unless } from '../invariant.ts';
import type { Submitting } from './submissions.ts';

const dateAt = (value: unknown, ...path: readonly string[]): CalendarDate | undefined => {
  const text = textAt(value, ...path);
  return text === undefined ? undefined : parseCalendarDate(text);
};

/** The last day of whoever submits: the latest of the end date, the participant's and his own. */
const lastDay = (published: Fields, { before, user }: Submitting): CalendarDate | undefined =>
  [
    dateAt(published, 'outline', 'endDate'),
    dateAt(before, 'deadlineOverride'),
    dateAt(before, 'tasks', user, 'dueDateOverride'),
  ]
    .filter((date) => date !== undefined)
    .toSorted()
    .at(-1);

/** Published and not paused, opened, and not past the deadline of this person. */
export const judgeWindow = (part: Part, published: Fields, submitting: Submitting): Found => {
  const { entry, user } = submitting;
  const zone = part.directory.of('agency')[0]?.state.timeZone ?? 'UTC';
  const opens = dateAt(published, 'outline', 'certificationOpensDate');
  const last = lastDay(published, submitting);
  return [
    ...unless(at(published, 'outline', 'active') === true, entry.chain, `${user} submitted while it was paused`),
    ...unless(
      opens !== undefined && entry.at >= startOfDay(opens, zone),
      entry.chain,
      `${user} submitted before the window opened`,
    ),
    ...unless(
      last !== undefined && entry.at < endOfDay(last, zone),
      entry.chain,
      `${user} submitted past his deadline`,
    ),
  ];
};
