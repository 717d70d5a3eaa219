import { isDeepStrictEqual } from 'node:util';
import type { Resource } from '../runtime.ts';
import { createSchedule } from './create-schedule.ts';
import { arnOfSchedule, definitionSchema } from './schedule.ts';
import type { ScheduleStore } from './schedule-store.ts';

/**
 * Brings the store to what the template says: its groups and schedules, and none it said once. A schedule it says
 * unchanged goes on where it was. Throws when one of them cannot be read.
 */
export function adoptTemplate(
  store: ScheduleStore,
  groups: readonly Resource[],
  schedules: readonly Resource[],
  now: Date,
): void {
  const groupNames = ['default', ...groups.map(({ physicalId }) => physicalId)];
  for (const [name, group] of store.groups)
    if (group.fromTemplate && !groupNames.includes(name)) store.groups.delete(name);
  for (const name of groupNames)
    if (!store.groups.has(name)) store.groups.set(name, { name, createdAt: now, fromTemplate: true });

  const wanted = schedules.map(({ physicalId, properties }) =>
    definitionSchema.parse({ ...properties, Name: physicalId }),
  );
  const wantedArns = wanted.map(arnOfSchedule);
  for (const [arn, { fromTemplate }] of store.schedules)
    if (fromTemplate && !wantedArns.includes(arn)) store.schedules.delete(arn);
  for (const definition of wanted) {
    const arn = arnOfSchedule(definition);
    const isUnchanged = isDeepStrictEqual(store.schedules.get(arn)?.definition, definition);
    if (!isUnchanged) store.schedules.set(arn, createSchedule(definition, now, { fromTemplate: true }));
  }
}
