import { publishedOf } from '../../domain/certification-event/lifecycle.ts';
import { snapshotTimes } from '../../domain/certification-event/timers.ts';
import type { CertificationEvent } from '../../domain/certification-event/state.ts';
import { digestAt } from '../../domain/messaging/hours.ts';
import { timerId } from '../../domain/timer/decide.ts';
import { addDays, dateIn } from '../../kernel/calendar-date.ts';
import type { Caller } from '../caller.ts';
import type { Ports } from '../ports/ports.ts';
import { systemCaller } from '../system-caller.ts';
import { setTimer } from '../timers/set.ts';
import { planReminders } from './plan-reminders.ts';

// What has fired stays fired, whatever the clock on the wall says now.
const moveSnapshots = async (ports: Ports, caller: Caller, certificationEvent: CertificationEvent): Promise<void> => {
  const outline = publishedOf(certificationEvent)?.outline;
  if (outline === undefined) return;
  const times = snapshotTimes(outline, caller.agency.timeZone);
  for (const { state } of await ports.store.timersOf(certificationEvent.id))
    if (state.status === 'ARMED' && (state.kind === 'FULL_SNAPSHOT' || state.kind === 'CLEANUP_SNAPSHOT'))
      await setTimer(ports, caller, state, times[state.kind]);
};

// Mails are only ever waited for today and tomorrow; a day more on both sides, for zones are up to 26 hours apart.
const moveDigests = async (ports: Ports, caller: Caller): Promise<void> => {
  const { timeZone } = caller.agency;
  const today = dateIn(caller.now, timeZone);
  const works = [-1, 0, 1, 2].map((days) => ({ kind: 'DIGEST', day: addDays(today, days) }) as const);
  for (const { state } of await ports.store.loadMany('timer', works.map(timerId)))
    if (state.status === 'ARMED' && state.kind === 'DIGEST')
      await setTimer(ports, caller, state, digestAt(state.day, timeZone));
};

/** The agency reads its dates in another zone: everything that waits for an hour of a day is set to that hour anew. */
export const renewTimers = async (ports: Ports): Promise<void> => {
  const caller = await systemCaller(ports, 'settings', 'AGENCY');
  for (const { state } of await ports.store.certificationEvents()) {
    if (state.status !== 'PUBLISHED') continue;
    await moveSnapshots(ports, caller, state);
    await planReminders(ports, state.id, null);
  }
  await moveDigests(ports, caller);
};
