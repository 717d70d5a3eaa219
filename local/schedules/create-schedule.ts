import { occurrences } from './occurrences.ts';
import type { Schedule, ScheduleDefinition } from './schedule.ts';

interface Origin {
  readonly clientToken?: string | undefined;
  readonly fromTemplate?: boolean;
}

/** A schedule that begins now: nothing of an earlier one under the same name counts. */
export function createSchedule(definition: ScheduleDefinition, now: Date, origin: Origin = {}): Schedule {
  return {
    definition,
    createdAt: now,
    modifiedAt: now,
    nextAt: occurrences(definition).first(now),
    clientToken: origin.clientToken,
    fromTemplate: origin.fromTemplate ?? false,
  };
}
