import { addDays } from '../../../shared/kernel/calendar-date.ts';
import { districts, groups, localPeople } from '../system/people.ts';
import { usualSetting } from '../system/played.ts';
import type { ModelDefinition, World } from '../workflow/world.ts';
import { alone } from './beginnings-alone.ts';
import { shared } from './beginnings-shared.ts';
import { anyCommandOf, commandOf } from './candidates.ts';
import type { Chance } from './chance.ts';
import type { Command } from './commands.ts';
import { advanceOf } from './diligent.ts';
import { type Begin, type Beginning, hourOf, type Maker, opening, type Stretch } from './stretches.ts';

/* How a sequence begins, before chance takes over. */

/** The definition a sequence begins with. */
const anyDefinition = (chance: Chance, begin: Begin, { method }: Beginning): ModelDefinition => {
  const { firstDay } = begin;
  const snapshotMethod =
    method ?? chance.pick(['ON_CERT_START', 'ON_CERT_START', 'ON_CERT_START', 'NONE', 'FULL'] as const);
  return {
    name: 'Student Tardiness',
    startDate: firstDay,
    certificationOpensDate: chance.next() < 0.9 ? addDays(firstDay, 3) : null,
    endDate: addDays(firstDay, 17),
    active: chance.next() < 0.98,
    description: null,
    groups: chance.next() < 0.9 ? groups.slice(0, 1) : [],
    hasAddress: chance.next() < 0.9,
    participants: chance.pick([districts.slice(0, 2), districts, districts.slice(0, 1)]),
    snapshotMethod,
    missingSnapshotAt: snapshotMethod === 'ON_CERT_START' ? hourOf(begin, 10, 6) : null,
    fullSnapshotAt: null,
    allowDistrictRetake: chance.next() < 0.8,
  };
};

const personCalled = (name: string) => {
  const person = localPeople.find((one) => one.name === name);
  if (person === undefined) throw new Error(`nobody is called ${name}`);
  return person;
};

const stretchedOut = (plan: readonly Stretch[]): readonly Maker[] =>
  plan.flatMap((stretch) => {
    if (typeof stretch === 'function') return [stretch];
    if (!('of' in stretch)) return [() => stretch];
    const { of, commands } = stretch;
    return Array.from({ length: commands }, () => (world: World) => advanceOf(world, personCalled(of)));
  });

/** Whether a sequence has the whole product to itself, or shares its library, people and workers with others. */
export interface Company {
  readonly isAlone: boolean;
}

/** One sequence: its first definition, and its commands, each made when its turn comes from the world as it is then. */
export const sequenceOf = (chance: Chance, begin: Begin, { isAlone }: Company) => {
  const beginning = chance.pick(isAlone ? [...shared, ...alone] : shared);
  const first = [...opening.slice(0, beginning.opened), ...stretchedOut(beginning.stretches)];
  return {
    definition: { ...anyDefinition(chance, begin, beginning), ...beginning.definition },
    setting: { ...usualSetting, ...beginning.setting },
    next: (world: World, index: number): Command =>
      first[index]?.(world) ?? (isAlone ? anyCommandOf(world, chance) : commandOf(world, chance)),
  };
};
