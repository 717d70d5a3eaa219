import { groups } from '../system/people.ts';
import { holds, usualLetters } from '../workflow/rights.ts';
import type { ModelRule, World } from '../workflow/world.ts';
import type { Chance } from './chance.ts';
import type { Command } from './commands.ts';

/* Commands that a sequence gives only when nobody shares the product with it. */

const keepers = ['admin', 'admin', 'admin', 'admin', 'admin', 'april'];

type Maker = (world: World, chance: Chance) => Command;

const changeRule: Maker = (_world, chance) => ({
  type: 'changeRule',
  by: chance.pick(keepers),
  rule: chance.pick(['absence', 'absence', 'tardiness']),
  status: chance.pick<ModelRule>(['DRAFT', 'ACTIVE', 'ARCHIVED']),
});

/** What is inactive mostly becomes active again; a group is never left without a rule. */
const changeGroup: Maker = ({ library }, chance) => {
  const group = chance.pick(groups);
  const { active = true } = library.groups.get(group) ?? {};
  const rules = chance.pick([['tardiness'], ['tardiness', 'absence'], ['absence']]);
  const change = !active || chance.next() < 0.4 ? { active: !active } : { rules };
  return { type: 'changeGroup', by: chance.pick(keepers), group, change };
};

/** Whoever lacks something mostly gets it back. */
const setLetters: Maker = (world, chance) => {
  const people = ['april', 'april', 'stan', ...world.cast.people.map(({ name }) => name)];
  const lacking = people.filter((name) => !holds(world, name, usualLetters(name)));
  const by = chance.pick(keepers);
  const [user = chance.pick(people)] = lacking;
  if (lacking.length > 0 && chance.next() < 0.8) return { type: 'setLetters', by, user, letters: usualLetters(user) };
  const fewer = chance.pick(['', 'R', 'RW', 'RWA', 'WA', 'RD']);
  return { type: 'setLetters', by, user: chance.pick(people), letters: fewer };
};

const setStateMember: Maker = ({ rights }, chance) => {
  const by = chance.pick(keepers);
  if (rights.stateMembers.get('april') !== 'APPROVER')
    return { type: 'setStateMember', by, user: 'april', role: 'APPROVER' };
  const user = chance.pick(['april', 'stan']);
  return { type: 'setStateMember', by, user, role: chance.pick(['REVIEWER', null, 'APPROVER']) };
};

const inWorld =
  (type: 'failingFlows' | 'hang' | 'late' | 'sweep'): Maker =>
  () => ({ type });

const makers = {
  failingFlows: inWorld('failingFlows'),
  hang: inWorld('hang'),
  late: inWorld('late'),
  sweep: inWorld('sweep'),
  changeCategory: ({ library }, chance) => ({
    type: 'changeCategory',
    by: chance.pick(keepers),
    active: !library.category.active || chance.next() < 0.2,
  }),
  publishCategory: (_world, chance) => ({ type: 'publishCategory', by: chance.pick(keepers) }),
  changeRule,
  changeGroup,
  setLetters,
  setStateMember,
} as const satisfies Readonly<Record<string, Maker>>;

const weights: Readonly<Record<keyof typeof makers, number>> = {
  failingFlows: 8,
  hang: 4,
  late: 2,
  sweep: 4,
  changeCategory: 2,
  publishCategory: 1,
  changeRule: 3,
  changeGroup: 4,
  setLetters: 10,
  setStateMember: 4,
};

export const commandAlone = (world: World, chance: Chance): Command => makers[chance.weighted(weights)](world, chance);
