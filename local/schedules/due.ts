import type { LocalClock } from '../runtime.ts';
import { type FireOptions, fire } from './fire.ts';
import { occurrences } from './occurrences.ts';
import { arnOfSchedule, type Schedule } from './schedule.ts';
import type { ScheduleStore } from './schedule-store.ts';

export interface DueOptions extends FireOptions {
  readonly store: ScheduleStore;
  readonly clock: LocalClock;
  /** How often a due schedule really fires: 1, but where a fault says 0 or 2. */
  readonly firings: (schedule: { readonly name: string; readonly groupName: string }) => number;
}

/**
 * Fires what is due and settles when all of it has been delivered, also what an earlier call began. However many
 * occurrences have passed, a schedule fires once. It has moved on (or is gone) for everybody before its target is called,
 * as on AWS where the call is asynchronous; the file follows after the delivery, so that a killed runtime fires again.
 */
export function createDueFiring(options: DueOptions): () => Promise<void> {
  const { store, clock } = options;
  const underway = new Set<Promise<void>>();
  const begin = (schedule: Schedule, scheduledAt: Date) => {
    const delivery = moveOn(options, schedule, scheduledAt).finally(() => underway.delete(delivery));
    underway.add(delivery);
  };
  return async () => {
    do {
      for (const schedule of [...store.schedules.values()]) {
        const { nextAt, definition } = schedule;
        if (nextAt && nextAt <= clock.now() && definition.State === 'ENABLED') begin(schedule, nextAt);
      }
      await Promise.all(underway);
    } while (underway.size > 0);
  };
}

async function moveOn(options: DueOptions, schedule: Schedule, scheduledAt: Date): Promise<void> {
  const { store, clock, firings } = options;
  const { definition } = schedule;
  const arn = arnOfSchedule(definition);
  const nextAt = occurrences(definition).following(clock.now(), schedule.createdAt);
  if (nextAt === undefined && definition.ActionAfterCompletion === 'DELETE') store.schedules.delete(arn);
  else store.schedules.set(arn, { ...schedule, nextAt });
  const times = firings({ name: definition.Name, groupName: definition.GroupName });
  await Promise.all(Array.from({ length: times }, () => fire(options, definition, scheduledAt)));
  if (!options.signal.aborted) store.keep(arn);
}
