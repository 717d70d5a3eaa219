import { schools } from '../system/cast.ts';
import { groups } from '../system/people.ts';
import type { GroupChange } from '../workflow/library.ts';
import type { ModelDefinition, ModelRule, StateRole } from '../workflow/world.ts';
import type { Command } from './commands.ts';
import {
  type Beginning,
  certified,
  gus,
  joins,
  movesTo,
  opened,
  publish,
  short,
  stateDecides,
  type Stretch,
} from './stretches.ts';

/* How sequences begin that have the whole product to themselves: library, workers, snapshots. */

const keeper = { by: 'admin' } as const;
const group = groups[0] ?? '';
const setsGroup = (change: GroupChange): Command => ({ type: 'changeGroup', ...keeper, group, change });
const setsCategory = (active: boolean): Command => ({ type: 'changeCategory', ...keeper, active });
const setsRule = (status: ModelRule): Command => ({ type: 'changeRule', ...keeper, rule: 'absence', status });
const confirmedClose: Command = { type: 'close', ...keeper, confirm: true };
const linked: Partial<ModelDefinition> = { groups: [group], active: true };

/** About what others have too, when they share the product: the library. */
const ofLibrary: readonly Beginning[] = [
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

const taken = { definition: linked, method: 'ON_CERT_START' } as const;

/** Snapshots that cannot be taken, taken again by whoever may. */
const untaken: readonly Beginning[] = [
  {
    ...taken,
    ...opened(
      { type: 'start', ...gus },
      { type: 'failingFlows' },
      { of: 'gus', commands: 5 },
      { type: 'failingFlows' },
      { of: 'gus', commands: 8 },
    ),
  },
  {
    ...taken,
    ...opened({ type: 'start', ...gus }, { type: 'failingFlows' }, movesTo(10, 7), { of: 'gus', commands: 8 }),
  },
];

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

const grants = (user: string, letters: string): Command => ({ type: 'setLetters', ...keeper, user, letters });
const appoints = (role: StateRole | null): Command => ({ type: 'setStateMember', ...keeper, user: 'april', role });
const approves = stateDecides('APPROVE', gus.org);

/** Rights taken away and given back, and the approver's part in the category. */
const unentitled: readonly Beginning[] = [
  opened(
    certified,
    grants('april', 'RW'),
    approves,
    grants('april', 'RWAD'),
    appoints('REVIEWER'),
    approves,
    appoints(null),
    appoints('APPROVER'),
    approves,
  ),
  opened(
    { of: 'gus', commands: 4 },
    grants('gus', 'R'),
    { of: 'gus', commands: 1 },
    grants('gus', ''),
    { of: 'gus', commands: 1 },
    grants('gus', 'RWAD'),
    { of: 'gus', commands: 8 },
  ),
];

const [high = '', , elementary = ''] = schools.map(({ id }) => id);
/** A certifier for all schools of a district signs for each of them. */
const ofSchools: readonly Beginning[] = [
  {
    definition: short,
    setting: { level: 'SCHOOL' },
    ...opened(
      { of: 'ana', at: high, commands: 5 },
      { of: 'ana', at: elementary, commands: 5 },
      { of: 'cora', at: high, commands: 5 },
      stateDecides('APPROVE', high),
    ),
  },
];

export const alone: readonly Beginning[] = [...ofLibrary, ...unanswered, ...untaken, ...unentitled, ...ofSchools];
