import type { Agency } from '../../domain/agency/state.ts';
import { digestAt } from '../../domain/messaging/hours.ts';
import { timerId } from '../../domain/timer/decide.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Ports } from '../ports/ports.ts';
import { systemCaller } from '../system-caller.ts';
import { setTimer } from '../timers/set.ts';

/** Sees to it that a day's mail will be sent: one timer a day, armed by the first thing that is to be in it. */
export const armDigest = async (ports: Ports, agency: Agency, day: CalendarDate): Promise<void> => {
  const work = { kind: 'DIGEST', day } as const;
  if ((await ports.store.load('timer', timerId(work))) !== undefined) return;
  const caller = await systemCaller(ports, 'notifications', timerId(work));
  await setTimer(ports, caller, work, digestAt(day, agency.timeZone));
};
