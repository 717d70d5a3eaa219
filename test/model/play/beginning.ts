import { addDays } from '../../../shared/kernel/calendar-date.ts';
import { type Cast, castOf } from '../system/cast.ts';
import { districts, groups } from '../system/people.ts';
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
const anyDefinition = (chance: Chance, begin: Begin, { method }: Beginning, { places }: Cast): ModelDefinition => {
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
    participants: chance.pick([places.slice(0, 2), places, places.slice(0, 1)]),
    snapshotMethod,
    missingSnapshotAt: snapshotMethod === 'ON_CERT_START' ? hourOf(begin, 10, 6) : null,
    fullSnapshotAt: null,
    allowDistrictRetake: chance.next() < 0.8,
  };
};

const personCalled = ({ people }: Cast, name: string, place: string | undefined) => {
  const person = people.find((one) => one.name === name && (place ?? one.organizationId) === one.organizationId);
  if (person === undefined) throw new Error(`nobody is called ${name}`);
  return person;
};

/** The plans are written for districts: at school level their schools stand for them, but lists of members stay the district's. */
const atPlaces = ({ places }: Cast, command: Command): Command => {
  if (command.type === 'setMember' || command.type === 'removeMember') return command;
  const placeOf = (district: string): string => places[districts.indexOf(district)] ?? district;
  if ('org' in command) return { ...command, org: placeOf(command.org) };
  return 'orgs' in command ? { ...command, orgs: command.orgs.map(placeOf) } : command;
};

const stretchedOut = (plan: readonly Stretch[], cast: Cast): readonly Maker[] =>
  plan.flatMap((stretch) => {
    if (typeof stretch === 'function') return [(world: World) => atPlaces(cast, stretch(world))];
    if (!('of' in stretch)) return [() => atPlaces(cast, stretch)];
    const { of, at, commands } = stretch;
    return Array.from({ length: commands }, () => (world: World) => advanceOf(world, personCalled(cast, of, at)));
  });

/** How many sequences are about schools, of those that have the product to themselves. */
const shareOfSchools = 0.2;

/** Whether a sequence has the whole product to itself, or shares its library, people and workers with others. */
export interface Company {
  readonly isAlone: boolean;
}

/** One sequence: its first definition, and its commands, each made when its turn comes from the world as it is then. */
export const sequenceOf = (chance: Chance, begin: Begin, { isAlone }: Company) => {
  const beginning = chance.pick(isAlone ? [...shared, ...alone] : shared);
  const drawn: Cast['level'] = isAlone && chance.next() < shareOfSchools ? 'SCHOOL' : 'DISTRICT';
  const setting = { ...usualSetting, level: drawn, ...beginning.setting };
  const cast = castOf(setting.level);
  const first = [...opening.slice(0, beginning.opened), ...stretchedOut(beginning.stretches, cast)];
  return {
    definition: { ...anyDefinition(chance, begin, beginning, cast), ...beginning.definition },
    setting,
    next: (world: World, index: number): Command =>
      first[index]?.(world) ?? (isAlone ? anyCommandOf(world, chance) : commandOf(world, chance)),
  };
};
