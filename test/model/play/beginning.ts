import { instantFromMillis } from '../../../shared/kernel/instant.ts';
import { districts, groups, localPeople } from '../system/people.ts';
import type { Decision } from '../workflow/decision.ts';
import type { ModelDefinition, World } from '../workflow/world.ts';
import { commandOf } from './candidates.ts';
import type { Chance } from './chance.ts';
import type { Command } from './commands.ts';
import { advanceOf } from './diligent.ts';
import { dateOf } from './values.ts';

/* How a sequence begins, before chance takes over. */

const opens = dateOf('2026-05-04');

/** The definition a sequence begins with. */
const anyDefinition = (chance: Chance): ModelDefinition => {
  const snapshotMethod = chance.pick(['ON_CERT_START', 'ON_CERT_START', 'ON_CERT_START', 'NONE', 'FULL'] as const);
  return {
    name: 'Student Tardiness',
    startDate: dateOf('2026-05-01'),
    certificationOpensDate: chance.next() < 0.9 ? opens : null,
    endDate: dateOf('2026-05-18'),
    active: chance.next() < 0.98,
    description: null,
    groups: chance.next() < 0.9 ? groups.slice(0, 1) : [],
    hasAddress: chance.next() < 0.9,
    participants: chance.pick([districts.slice(0, 2), districts, districts.slice(0, 1)]),
    snapshotMethod,
    missingSnapshotAt:
      snapshotMethod === 'ON_CERT_START' ? instantFromMillis(Date.parse('2026-05-11T12:00:00Z')) : null,
    fullSnapshotAt: null,
    allowDistrictRetake: chance.next() < 0.8,
  };
};

const opening: readonly Command[] = [
  { type: 'publish', by: 'admin', confirm: true, requireRecertification: false, withdrawals: [] },
  { type: 'flows' },
  { type: 'moveTo', millis: Date.parse('2026-05-05T15:00:00Z') },
];

const stateDecides = (type: Decision['type'], org: string): Command => ({
  type: 'decide',
  by: 'april',
  orgs: [org],
  decision: { type, reason: 'because', newDueDate: undefined, confirmNotCertified: false },
});

/** Who works how many commands long, and what is done in between. */
type Stretch = { readonly of: string; readonly commands: number } | Command;

const [bearCreek = '', grandBend = ''] = districts;
const gus = { by: 'gus', org: grandBend };
const certified: Stretch = { of: 'gus', commands: 14 };
const requested: readonly Stretch[] = [certified, { type: 'request', ...gus }];
const approved: readonly Stretch[] = [certified, stateDecides('APPROVE', grandBend)];
const afterTheEnd: Stretch = { type: 'moveTo', millis: Date.parse('2026-05-19T15:00:00Z') };
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

interface Beginning {
  readonly definition?: Partial<ModelDefinition>;
  /** How many commands of the opening come first. */
  readonly opened: number;
  readonly stretches: readonly Stretch[];
}

const opened = (...stretches: readonly Stretch[]): Beginning => ({ opened: opening.length, stretches });

/** The later ones are directed at edges that chance seldom finds. */
const beginnings: readonly Beginning[] = [
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
    afterTheEnd,
    { type: 'override', by: 'april', org: grandBend, user: 'gus', date: dateOf('2026-05-25') },
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
    opened: 0,
    stretches: [
      { type: 'close', by: 'admin', confirm: true },
      { type: 'delete', by: 'admin' },
    ],
  },
];

const personCalled = (name: string) => {
  const person = localPeople.find((one) => one.name === name);
  if (person === undefined) throw new Error(`nobody is called ${name}`);
  return person;
};

const stretchedOut = (plan: readonly Stretch[]): readonly ((world: World) => Command)[] =>
  plan.flatMap((stretch) =>
    'of' in stretch
      ? Array.from({ length: stretch.commands }, () => (world: World) => advanceOf(world, personCalled(stretch.of)))
      : [() => stretch],
  );

/** One sequence: its first definition, and its commands, each made when its turn comes from the world as it is then. */
export const sequenceOf = (chance: Chance) => {
  const beginning = chance.pick(beginnings);
  const first = [
    ...opening.slice(0, beginning.opened).map((command) => () => command),
    ...stretchedOut(beginning.stretches),
  ];
  return {
    definition: { ...anyDefinition(chance), ...beginning.definition },
    next: (world: World, index: number): Command => first[index]?.(world) ?? commandOf(world, chance),
  };
};
