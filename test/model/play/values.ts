import { addDays, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { millisOf } from '../../../shared/kernel/instant.ts';
import { groups } from '../system/people.ts';
import { type ModelDefinition, overAt, startsAt, today, type World } from '../workflow/world.ts';
import type { Chance } from './chance.ts';

/* Values that are mostly good and sometimes at an edge. */

export const hour = 3_600_000;

const shownDefinition = ({ event }: World): ModelDefinition => {
  const definition = event.published ?? event.draft ?? event.publishing?.definition;
  if (definition === undefined) throw new Error('a certification event has a definition');
  return definition;
};

/** The moments at which a day begins or ends that counts for somebody. */
export const deadlines = (world: World): readonly number[] => {
  const { startDate, certificationOpensDate, endDate } = shownDefinition(world);
  const dues = [...world.participants.values()].flatMap(({ deadline, tasks }) => [
    deadline,
    ...tasks.map((task) => task.dueDateOverride),
  ]);
  return [
    startsAt(world, startDate),
    startsAt(world, certificationOpensDate),
    overAt(world, endDate),
    ...dues.map((date) => overAt(world, date)),
  ];
};

/** Edges of the days that count, the next command being the last before one or the first after it, and moments between them. */
export const moments = (world: World): readonly number[] => {
  const { missingSnapshotAt } = shownDefinition(world);
  const ahead = [...deadlines(world).flatMap((edge) => [edge - 2, edge]), world.now + 12 * hour];
  const cleanup = missingSnapshotAt === null ? [] : [millisOf(missingSnapshotAt)];
  return [...ahead, ...cleanup]
    .filter((millis) => Number.isFinite(millis) && millis > world.now)
    .toSorted((a, b) => a - b);
};

export const changeOf = (world: World, chance: Chance): Partial<ModelDefinition> => {
  const definition = world.event.draft ?? shownDefinition(world);
  const end = definition.endDate ?? today(world);
  const toggled = (list: readonly string[], one: string) =>
    list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
  return chance.pick<Partial<ModelDefinition>>([
    { endDate: addDays(end, 5) },
    { endDate: addDays(end, -3) },
    { endDate: addDays(today(world), -1) },
    { certificationOpensDate: addDays(today(world), chance.pick([-1, 0, 2])) },
    { description: 'changed', name: `Tardiness ${Math.floor(chance.next() * 100)}` },
    { active: !definition.active },
    { active: true },
    { participants: toggled(definition.participants, chance.pick(world.cast.places)) },
    { groups: toggled(definition.groups, chance.pick(groups)) },
    { hasAddress: !definition.hasAddress },
    { allowDistrictRetake: !definition.allowDistrictRetake },
  ]);
};

export const removedOnes = ({ event }: World): readonly string[] =>
  (event.published?.participants ?? []).filter((one) => event.draft?.participants.includes(one) === false);

export const newDate = (world: World, chance: Chance): CalendarDate => {
  const end = shownDefinition(world).endDate ?? today(world);
  const latest = end > today(world) ? end : today(world);
  return addDays(latest, chance.pick([-1, 0, 3, 7]));
};
