import type { LocalClock } from '../../runtime.ts';
import { arnOfGroup } from '../schedule.ts';
import type { ScheduleGroup, ScheduleStore } from '../schedule-store.ts';
import { type Operation, pageOf, toSeconds } from './operation.ts';
import { Refusal } from './refusal.ts';

export function groupOperations(store: ScheduleStore, clock: LocalClock): Readonly<Record<string, Operation>> {
  const find = (name: string) => {
    const group = store.groups.get(name);
    if (!group) throw new Refusal('ResourceNotFoundException', `Schedule group ${name} does not exist.`);
    return group;
  };
  return {
    'POST /schedule-groups/name': ({ name }) => {
      if (!/^[0-9a-zA-Z-_.]{1,64}$/.test(name)) throw new Refusal('ValidationException', `Invalid group name: ${name}`);
      if (store.groups.has(name)) throw new Refusal('ConflictException', `Schedule group ${name} already exists.`);
      store.groups.set(name, { name, createdAt: clock.now(), fromTemplate: false });
      store.keepAll();
      return { ScheduleGroupArn: arnOfGroup(name) };
    },
    'GET /schedule-groups/name': ({ name }) => describe(find(name)),
    'GET /schedule-groups': ({ query }) => {
      const { NamePrefix = '' } = query;
      const found = [...store.groups.values()].filter(({ name }) => name.startsWith(NamePrefix));
      const { page, NextToken } = pageOf(found, ({ name }) => name, query);
      return { ScheduleGroups: page.map(describe), NextToken };
    },
    'DELETE /schedule-groups/name': ({ name }) => {
      find(name);
      if (name === 'default') throw new Refusal('ValidationException', 'The default schedule group cannot be deleted.');
      store.groups.delete(name);
      for (const [arn, { definition }] of store.schedules)
        if (definition.GroupName === name) store.schedules.delete(arn);
      store.keepAll();
      return {};
    },
  };
}

function describe({ name, createdAt }: ScheduleGroup): object {
  const at = toSeconds(createdAt);
  return { Arn: arnOfGroup(name), Name: name, State: 'ACTIVE', CreationDate: at, LastModificationDate: at };
}
