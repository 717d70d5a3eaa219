import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { arnOfSchedule, definitionSchema, type Schedule } from './schedule.ts';

const scheduleSchema = z.object({
  definition: definitionSchema,
  createdAt: z.coerce.date(),
  modifiedAt: z.coerce.date(),
  nextAt: z.coerce.date().optional(),
  clientToken: z.string().optional(),
  fromTemplate: z.boolean(),
});
const groupSchema = z.object({ name: z.string(), createdAt: z.coerce.date(), fromTemplate: z.boolean() });
const lineSchema = z.union([
  z.object({ group: groupSchema }),
  z.object({ schedule: scheduleSchema }),
  z.object({ removed: z.string() }),
]);
export type ScheduleGroup = z.infer<typeof groupSchema>;
type Line = { readonly group: ScheduleGroup } | { readonly schedule: Schedule } | { readonly removed: string };

/** Groups by name and schedules by ARN, in the order they were made. The maps are the memory, `keep` and `keepAll` the file. */
export interface ScheduleStore {
  readonly groups: Map<string, ScheduleGroup>;
  readonly schedules: Map<string, Schedule>;
  /** Writes what the memory holds of the schedule, its absence too. */
  keep(arn: string): void;
  /** Begins the file anew with all there is. */
  keepAll(): void;
}

/** With a file, it begins with what the file holds; each change is appended as one JSON line. */
export function createScheduleStore(file: string | undefined): ScheduleStore {
  const groups = new Map<string, ScheduleGroup>();
  const schedules = new Map<string, Schedule>();
  const store: ScheduleStore = {
    groups,
    schedules,
    keep(arn) {
      const schedule = schedules.get(arn);
      if (file) appendFileSync(file, lineOf(schedule ? { schedule } : { removed: arn }));
    },
    keepAll() {
      if (!file) return;
      const lines = [
        ...[...groups.values()].map((group) => ({ group })),
        ...[...schedules.values()].map((schedule) => ({ schedule })),
      ];
      writeFileSync(`${file}.new`, lines.map(lineOf).join(''));
      renameSync(`${file}.new`, file);
    },
  };
  // The last piece is empty, or a line torn by a kill.
  const lines = file && existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
  for (const line of lines) apply(store, lineSchema.parse(JSON.parse(line)));
  return store;
}

function apply({ groups, schedules }: ScheduleStore, line: z.infer<typeof lineSchema>): void {
  if ('group' in line) groups.set(line.group.name, line.group);
  else if ('removed' in line) schedules.delete(line.removed);
  else schedules.set(arnOfSchedule(line.schedule.definition), line.schedule);
}

function lineOf(line: Line): string {
  return `${JSON.stringify(line)}\n`;
}
