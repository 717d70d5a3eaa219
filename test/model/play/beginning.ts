import { addDays, atHour } from '../../../shared/kernel/calendar-date.ts';
import { type Instant, millisOf } from '../../../shared/kernel/instant.ts';
import { districts, groups, localPeople } from '../system/people.ts';
import { type Setting, usualSetting } from '../system/played.ts';
import type { Decision } from '../workflow/decision.ts';
import type { GroupChange } from '../workflow/library.ts';
import type { ModelDefinition, ModelRule, World } from '../workflow/world.ts';
import { anyCommandOf, commandOf } from './candidates.ts';
import type { Chance } from './chance.ts';
import type { Command } from './commands.ts';
import { advanceOf } from './diligent.ts';

/* How a sequence begins, before chance takes over. */

/** The first day a sequence knows, and the zone its days are in. */
export type Begin = Pick<World, 'firstDay' | 'zone'>;

/** An hour of a day, counted from the first. */
export const hourOf = ({ firstDay, zone }: Begin, day: number, hour: number): Instant =>
  atHour(addDays(firstDay, day), hour, zone);

/** The definition a sequence begins with. */
const anyDefinition = (chance: Chance, begin: Begin): ModelDefinition => {
  const { firstDay } = begin;
  const snapshotMethod = chance.pick(['ON_CERT_START', 'ON_CERT_START', 'ON_CERT_START', 'NONE', 'FULL'] as const);
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

type Maker = (world: World) => Command;

const publish: Command = {
  type: 'publish',
  by: 'admin',
  confirm: true,
  requireRecertification: false,
  withdrawals: [],
};

const movesTo =
  (day: number, hour: number): Maker =>
  (world) => ({ type: 'moveTo', millis: millisOf(hourOf(world, day, hour)) });

const opening: readonly Maker[] = [() => publish, () => ({ type: 'flows' }), movesTo(4, 9)];

const stateDecides = (type: Decision['type'], org: string): Command => ({
  type: 'decide',
  by: 'april',
  orgs: [org],
  decision: { type, reason: 'because', newDueDate: undefined, confirmNotCertified: false },
});

/** Who works how many commands long, and what is done in between. */
type Stretch = { readonly of: string; readonly commands: number } | Command | Maker;

const [bearCreek = '', grandBend = ''] = districts;
const gus = { by: 'gus', org: grandBend };
const certified: Stretch = { of: 'gus', commands: 14 };
const requested: readonly Stretch[] = [certified, { type: 'request', ...gus }];
const approved: readonly Stretch[] = [certified, stateDecides('APPROVE', grandBend)];
const ana: Stretch = { of: 'ana', commands: 5 };
const cora: Stretch = { of: 'cora', commands: 5 };

/** So little to do that two people do it twice within one sequence. */
const short: Partial<ModelDefinition> = {
  groups: [],
  hasAddress: true,
  snapshotMethod: 'NONE',
  missingSnapshotAt: null,
  active: true,
};
const backToBearCreek = stateDecides('REQUEST_RECERTIFICATION', bearCreek);

const leaves = (user: string): Command => ({ type: 'removeMember', by: 'bea', org: bearCreek, user });
const joins = (user: string): Command => ({ type: 'setMember', by: 'bea', org: bearCreek, user, role: 'CERTIFIER' });

interface Beginning {
  readonly definition?: Partial<ModelDefinition>;
  readonly setting?: Partial<Setting>;
  /** How many commands of the opening come first. */
  readonly opened: number;
  readonly stretches: readonly Stretch[];
}

const opened = (...stretches: readonly Stretch[]): Beginning => ({ opened: opening.length, stretches });

/** The later ones are directed at edges that chance seldom finds. */
const shared: readonly Beginning[] = [
  { opened: 0, stretches: [] },
  { opened: 2, stretches: [] },
  opened(),
  opened({ of: 'gus', commands: 5 }),
  opened(certified),
  opened(certified, stateDecides('REQUEST_RECERTIFICATION', grandBend), { of: 'gus', commands: 13 }),
  opened(...requested, { type: 'withdrawRequest', ...gus }),
  opened(...requested, stateDecides('APPROVE', grandBend)),
  opened(...requested, stateDecides('DECLINE_REQUEST', grandBend)),
  opened(...requested, stateDecides('REQUEST_RECERTIFICATION', grandBend)),
  opened(...approved, { type: 'request', ...gus }),
  opened(...approved, stateDecides('UNAPPROVE', grandBend), { type: 'withdrawSubmission', ...gus }),
  opened(
    { of: 'gus', commands: 4 },
    movesTo(18, 9),
    (world) => ({
      type: 'override',
      by: 'april',
      org: grandBend,
      user: 'gus',
      date: addDays(world.firstDay, 24),
    }),
    { of: 'gus', commands: 9 },
  ),
  { definition: short, ...opened(ana, cora, backToBearCreek, ana, cora) },
  opened({ of: 'gus', commands: 6 }, { type: 'work', outcome: 'FATAL' }),
  opened(
    { of: 'gus', commands: 2 },
    { type: 'cancel', ...gus, step: 'district-validation' },
    { type: 'retry', ...gus, step: 'district-validation' },
    { type: 'work', outcome: 'BROKEN' },
  ),
  opened(
    { type: 'save', by: 'admin', change: { description: 'changed' } },
    { type: 'discard', by: 'admin' },
    { type: 'close', by: 'admin', confirm: true },
    { type: 'save', by: 'admin', change: { description: 'too late' } },
  ),
  { definition: short, ...opened(ana, backToBearCreek, ana) },
  {
    definition: short,
    ...opened(ana, leaves('cora'), { type: 'flows' }, { type: 'confirmSent', by: 'ana', org: bearCreek }),
  },
  {
    definition: short,
    ...opened(
      ana,
      leaves('cora'),
      { type: 'flows' },
      joins('zoe'),
      { type: 'flows' },
      leaves('zoe'),
      { type: 'flows' },
      {
        type: 'confirmSent',
        by: 'bea',
        org: bearCreek,
      },
    ),
  },
  {
    opened: 0,
    stretches: [
      { type: 'close', by: 'admin', confirm: true },
      { type: 'delete', by: 'admin' },
    ],
  },
];

const keeper = { by: 'admin' } as const;
const group = groups[0] ?? '';
const setsGroup = (change: GroupChange): Command => ({ type: 'changeGroup', ...keeper, group, change });
const setsCategory = (active: boolean): Command => ({ type: 'changeCategory', ...keeper, active });
const setsRule = (status: ModelRule): Command => ({ type: 'changeRule', ...keeper, rule: 'absence', status });
const confirmedClose: Command = { type: 'close', ...keeper, confirm: true };
const linked: Partial<ModelDefinition> = { groups: [group], active: true };

/** About what others have too, when they share the product: the library. */
const alone: readonly Beginning[] = [
  {
    definition: linked,
    opened: 0,
    stretches: [
      setsGroup({ active: false }),
      publish,
      setsGroup({ active: true }),
      setsCategory(false),
      publish,
      setsCategory(true),
      publish,
      setsCategory(false),
      { type: 'flows' },
      setsCategory(false),
    ],
  },
  {
    setting: { isCategoryPublished: false },
    opened: 0,
    stretches: [
      publish,
      joins('ana'),
      { type: 'publishCategory', ...keeper },
      joins('ana'),
      joins('cora'),
      publish,
      { type: 'flows' },
      movesTo(4, 9),
      { of: 'ana', commands: 6 },
    ],
  },
  {
    definition: linked,
    ...opened(
      setsRule('ARCHIVED'),
      setsRule('ACTIVE'),
      { of: 'gus', commands: 5 },
      setsGroup({ rules: ['tardiness', 'absence'] }),
      { of: 'gus', commands: 3 },
      { type: 'save', ...keeper, change: { description: 'more is looked at' } },
      publish,
      { type: 'flows' },
      { of: 'gus', commands: 6 },
    ),
  },
  {
    definition: linked,
    ...opened(
      setsGroup({ rules: ['absence'] }),
      setsRule('ACTIVE'),
      setsRule('ARCHIVED'),
      setsGroup({ rules: ['tardiness', 'absence'] }),
      setsGroup({ active: false }),
      { of: 'gus', commands: 8 },
      { type: 'save', ...keeper, change: { description: 'not now' } },
      publish,
      confirmedClose,
      setsCategory(false),
    ),
  },
];

const lost: readonly Stretch[] = [{ type: 'hang' }, { type: 'sweep' }];
const step = 'district-validation';

/** Workers that do not answer. */
const unanswered: readonly Beginning[] = [
  {
    definition: linked,
    ...opened(
      { of: 'gus', commands: 2 },
      ...lost,
      ...lost,
      { type: 'late' },
      ...lost,
      { type: 'retry', ...gus, step },
      { type: 'hang' },
      { type: 'late' },
      { of: 'gus', commands: 4 },
    ),
  },
  {
    definition: linked,
    ...opened(
      { of: 'gus', commands: 2 },
      { type: 'hang' },
      { type: 'cancel', ...gus, step },
      { type: 'late' },
      { type: 'retry', ...gus, step },
      ...lost,
      { type: 'work', outcome: 'CLEAN' },
      { type: 'late' },
      { of: 'gus', commands: 6 },
    ),
  },
];

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
  const beginning = chance.pick(isAlone ? [...shared, ...alone, ...unanswered] : shared);
  const first = [...opening.slice(0, beginning.opened), ...stretchedOut(beginning.stretches)];
  return {
    definition: { ...anyDefinition(chance, begin), ...beginning.definition },
    setting: { ...usualSetting, ...beginning.setting },
    next: (world: World, index: number): Command =>
      first[index]?.(world) ?? (isAlone ? anyCommandOf(world, chance) : commandOf(world, chance)),
  };
};
