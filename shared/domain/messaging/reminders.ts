import { addDays, type CalendarDate, daysBetween } from '../../kernel/calendar-date.ts';
import type { CompleteOutline } from '../certification-event/state.ts';
import { dueDateOf } from '../certification-event/window.ts';
import { certifiersOf, isTaskOpen } from '../participant/context.ts';
import type { Participant, Task } from '../participant/state.ts';
import type { AlertKind } from './alert.ts';

const daysBefore = [14, 7, 3, 1];

/** The mornings on which a due date is spoken of: some days before it, and the first one after it. */
export const reminderDays = (dueDate: CalendarDate): readonly CalendarDate[] => [
  ...daysBefore.map((days) => addDays(dueDate, -days)),
  addDays(dueDate, 1),
];

export interface Reminder {
  readonly kind: Extract<AlertKind, 'WINDOW_OPENS' | 'DAYS_LEFT' | 'ONE_DAY_LEFT' | 'OVERDUE'>;
  readonly task: Task;
  readonly dueDate: CalendarDate;
  readonly facts: Readonly<Record<string, string>>;
}

const kindOn = (day: CalendarDate, dueDate: CalendarDate, outline: CompleteOutline): Reminder['kind'] | null => {
  const days = daysBetween(day, dueDate);
  if (days === -1) return 'OVERDUE';
  if (day === outline.certificationOpensDate && days >= 0) return 'WINDOW_OPENS';
  if (days === 1) return 'ONE_DAY_LEFT';
  return daysBefore.includes(days) && day >= outline.certificationOpensDate ? 'DAYS_LEFT' : null;
};

const works = ({ status }: Participant): boolean => status === 'IN_PROGRESS' || status === 'RECERT_IN_PROGRESS';

/**
 * What a participant's certifiers are reminded of on a day, each by his own due date. Only who has not finished is reminded,
 * and nobody while the certification event is paused. A morning that came late tells only what is still true then.
 */
export const remindersOn = (
  day: CalendarDate,
  today: CalendarDate,
  participant: Participant,
  outline: CompleteOutline,
): readonly Reminder[] => {
  if (!outline.active || !works(participant)) return [];
  return certifiersOf(participant)
    .filter(isTaskOpen)
    .flatMap((task) => {
      const dueDate = dueDateOf(task, participant, outline);
      const kind = kindOn(day, dueDate, outline);
      if (kind === null || (today !== day && kind !== 'OVERDUE')) return [];
      const facts = {
        participant: participant.name,
        due: dueDate,
        days: String(daysBetween(day, dueDate)),
      };
      return [{ kind, task, dueDate, facts }];
    });
};

/** Its deadline ended the day before without all its certifiers having finished: the state hears of it once. */
export const becameOverdueOn = (day: CalendarDate, participant: Participant, outline: CompleteOutline): boolean =>
  works(participant) &&
  certifiersOf(participant).some(
    (task) => isTaskOpen(task) && daysBetween(day, dueDateOf(task, participant, outline)) === -1,
  );
