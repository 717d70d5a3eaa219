import * as z from 'zod';
import type { LocalClock } from '../../runtime.ts';
import { createSchedule } from '../create-schedule.ts';
import { arnOfSchedule, definitionSchema, type Schedule, type ScheduleDefinition } from '../schedule.ts';
import type { ScheduleStore } from '../schedule-store.ts';
import { type Operation, type OperationInput, pageOf, toSeconds } from './operation.ts';
import { Refusal } from './refusal.ts';

const tokenSchema = z.object({ ClientToken: z.string().optional() });

export function scheduleOperations(store: ScheduleStore, clock: LocalClock): Readonly<Record<string, Operation>> {
  const find = ({ name, query }: OperationInput, GroupName = query['groupName'] ?? 'default') => {
    assertGroup(store, GroupName);
    const schedule = store.schedules.get(arnOfSchedule({ GroupName, Name: name }));
    if (!schedule) throw new Refusal('ResourceNotFoundException', `Schedule ${name} does not exist.`);
    return schedule;
  };
  const put = (schedule: Schedule) => {
    const arn = arnOfSchedule(schedule.definition);
    store.schedules.set(arn, schedule);
    store.keep(arn);
    return { ScheduleArn: arn };
  };
  return {
    'POST /schedules/name': (input) => {
      const { definition, clientToken } = parse(store, clock, input);
      const existing = store.schedules.get(arnOfSchedule(definition));
      if (!existing) return put(createSchedule(definition, clock.now(), { clientToken }));
      if (clientToken !== undefined && existing.clientToken === clientToken)
        return { ScheduleArn: arnOfSchedule(definition) };
      throw new Refusal('ConflictException', `Schedule ${definition.Name} already exists.`);
    },
    'PUT /schedules/name': (input) => {
      const { definition, clientToken } = parse(store, clock, input);
      const { createdAt, fromTemplate } = find(input, definition.GroupName);
      return put({ ...createSchedule(definition, clock.now(), { clientToken, fromTemplate }), createdAt });
    },
    'GET /schedules/name': (input) => describe(find(input)),
    'DELETE /schedules/name': (input) => {
      const arn = arnOfSchedule(find(input).definition);
      store.schedules.delete(arn);
      store.keep(arn);
      return {};
    },
    'GET /schedules': ({ query }) => {
      const { ScheduleGroup, NamePrefix = '', State } = query;
      const found = [...store.schedules.values()].filter(
        ({ definition }) =>
          (ScheduleGroup === undefined || definition.GroupName === ScheduleGroup) &&
          definition.Name.startsWith(NamePrefix) &&
          (State === undefined || definition.State === State),
      );
      const { page, NextToken } = pageOf(
        found,
        ({ definition }) => `${definition.GroupName}/${definition.Name}`,
        query,
      );
      return { Schedules: page.map(summarise), NextToken };
    },
  };
}

/** Create and update take the same body; an update replaces everything, what it leaves out falls back to its default. */
function parse(
  store: ScheduleStore,
  clock: LocalClock,
  { name, body }: OperationInput,
): { definition: ScheduleDefinition; clientToken: string | undefined } {
  const definition = definitionSchema.parse({ ...z.looseObject({}).parse(body), Name: name });
  assertGroup(store, definition.GroupName);
  const { nextAt } = createSchedule(definition, clock.now());
  // Time in a schedule has minutes' precision: what was due this minute may still be asked for.
  if (definition.State === 'ENABLED' && nextAt && nextAt.getTime() < clock.now().getTime() - 60_000) {
    throw new Refusal(
      'ValidationException',
      `Invalid Schedule Expression ${definition.ScheduleExpression}: it lies in the past.`,
    );
  }
  return { definition, clientToken: tokenSchema.parse(body).ClientToken };
}

function assertGroup(store: ScheduleStore, name: string): void {
  if (!store.groups.has(name)) throw new Refusal('ResourceNotFoundException', `Schedule group ${name} does not exist.`);
}

function describe({ definition, createdAt, modifiedAt }: Schedule): object {
  return {
    ...definition,
    Arn: arnOfSchedule(definition),
    StartDate: toSeconds(definition.StartDate),
    EndDate: toSeconds(definition.EndDate),
    CreationDate: toSeconds(createdAt),
    LastModificationDate: toSeconds(modifiedAt),
  };
}

function summarise({ definition, createdAt, modifiedAt }: Schedule): object {
  return {
    Arn: arnOfSchedule(definition),
    Name: definition.Name,
    GroupName: definition.GroupName,
    State: definition.State,
    Target: { Arn: definition.Target.Arn },
    CreationDate: toSeconds(createdAt),
    LastModificationDate: toSeconds(modifiedAt),
  };
}
