import type { CompleteOutline } from '../../domain/certification-event/state.ts';
import { remindersAt } from '../../domain/messaging/hours.ts';
import { reminderDays } from '../../domain/messaging/reminders.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { CertificationEventId } from '../../kernel/ids.ts';
import type { Ports } from '../ports/ports.ts';
import type { Store } from '../ports/store.ts';
import { systemCaller } from '../system-caller.ts';
import { setTimer } from '../timers/set.ts';

/** The end date, and every later day that was given to a participant or a person. */
const dueDates = async (
  store: Store,
  id: CertificationEventId,
  outline: CompleteOutline,
): Promise<readonly CalendarDate[]> => {
  const participants = (await store.participants(id)).map((read) => read.state);
  const given = participants.flatMap(({ deadlineOverride, tasks }) => [
    deadlineOverride,
    ...tasks.map((task) => task.dueDateOverride),
  ]);
  return [outline.endDate, ...given.filter((date) => date !== null && date > outline.endDate)].filter(
    (date) => date !== null,
  );
};

const daysOf = async (store: Store, id: CertificationEventId, dueDate: CalendarDate | null) => {
  const state = (await store.load('certificationEvent', id))?.state;
  if (state?.status !== 'PUBLISHED') return [];
  if (dueDate !== null) return reminderDays(dueDate);
  const { outline } = state.published;
  return [outline.certificationOpensDate, ...(await dueDates(store, id, outline)).flatMap(reminderDays)];
};

/**
 * Arms a timer for each morning on which somebody may have to be reminded, as far as it is still to come: what is past at
 * publication is not told late. With a due date, only that day's mornings are added; without, those that nothing calls for
 * any more are cancelled, all of them once the certification event is closed.
 */
export const planReminders = async (
  ports: Ports,
  certificationEventId: CertificationEventId,
  dueDate: CalendarDate | null,
): Promise<void> => {
  const caller = await systemCaller(ports, 'reminders', certificationEventId);
  const { timeZone } = caller.agency;
  const [days, timers] = await Promise.all([
    daysOf(ports.store, certificationEventId, dueDate),
    ports.store.timersOf(certificationEventId),
  ]);
  const wanted = new Set(days.filter((day) => remindersAt(day, timeZone) > caller.now));
  const work = (day: CalendarDate) => ({ kind: 'REMINDERS', certificationEventId, day }) as const;
  for (const day of wanted) await setTimer(ports, caller, work(day), remindersAt(day, timeZone));
  if (dueDate !== null) return;
  for (const { state } of timers)
    if (state.kind === 'REMINDERS' && state.status === 'ARMED' && !wanted.has(state.day) && state.dueAt > caller.now)
      await setTimer(ports, caller, work(state.day), null);
};
