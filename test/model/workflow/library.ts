import { firstOf, refuseUnless, type Verdict } from './verdict.ts';
import type { ModelLibrary, ModelRule, World } from './world.ts';

/* C.8: the category, the rules and the groups of the state. They decide about publishing; what is published has its own rules. */

/** The category that a PUBLISHED certification event uses, or one that is about to be, stays active. */
export const mayChangeCategory = ({ event, library }: World, active: boolean): Verdict => {
  const isUsed = event.published !== null || event.publishing !== null;
  const isLive = isUsed && event.status !== 'CLOSED';
  return refuseUnless(active || !library.category.active || !isLive, 'CATEGORY_IN_USE');
};

export const changeCategory = ({ library, edges }: World, active: boolean): void => {
  const { category } = library;
  if (category.active !== active) edges.reach(active ? 'K INACTIVE-ACTIVE' : 'K ACTIVE-INACTIVE');
  category.active = active;
};

export const mayPublishCategory = ({ library: { category } }: World): Verdict =>
  refuseUnless(category.published || category.active, 'CATEGORY_INACTIVE');

export const publishCategory = ({ library: { category }, edges }: World): void => {
  if (!category.published) edges.reach('K UNPUBLISHED-PUBLISHED');
  category.published = true;
};

/** A district lists its people once the category is there for it, and while it is in use. */
export const mayListMembers = ({ library: { category } }: World): Verdict =>
  firstOf(refuseUnless(category.published, 'NOT_FOUND'), refuseUnless(category.active, 'CATEGORY_INACTIVE'));

/** DRAFT, ACTIVE, ARCHIVED; what is being written may be given up, and what was archived may come back. */
const nextOf: Readonly<Record<ModelRule, readonly ModelRule[]>> = {
  DRAFT: ['ACTIVE', 'ARCHIVED'],
  ACTIVE: ['ARCHIVED'],
  ARCHIVED: ['ACTIVE'],
};

const ruleNamed = ({ library }: World, name: string): ModelRule => {
  const rule = library.rules.get(name);
  if (rule === undefined) throw new Error(`there is no rule ${name}`);
  return rule;
};

export const mayChangeRule = (world: World, name: string, status: ModelRule): Verdict => {
  const present = ruleNamed(world, name);
  return refuseUnless(present === status || nextOf[present].includes(status), 'WRONG_STATUS');
};

const ruleEdges = {
  'DRAFT-ACTIVE': 'L DRAFT-ACTIVE',
  'ACTIVE-ARCHIVED': 'L ACTIVE-ARCHIVED',
} as const;

export const changeRule = (world: World, name: string, status: ModelRule): void => {
  const way = `${ruleNamed(world, name)}-${status}`;
  if (way === 'DRAFT-ACTIVE' || way === 'ACTIVE-ARCHIVED') world.edges.reach(ruleEdges[way]);
  world.library.rules.set(name, status);
};

export interface GroupChange {
  readonly active?: boolean;
  readonly rules?: readonly string[];
}

const groupNamed = ({ groups }: ModelLibrary, name: string) => {
  const group = groups.get(name);
  if (group === undefined) throw new Error(`there is no group ${name}`);
  return group;
};

/** Only an active rule enters a group; one that was archived there stays until somebody takes it out. */
export const mayChangeGroup = (world: World, name: string, { rules = [] }: GroupChange): Verdict => {
  const held = groupNamed(world.library, name).rules;
  const enters = rules.filter((rule) => !held.includes(rule));
  return refuseUnless(
    enters.every((rule) => ruleNamed(world, rule) === 'ACTIVE'),
    'REFERENCE_UNKNOWN',
  );
};

export const changeGroup = ({ library, edges }: World, name: string, { active, rules }: GroupChange): void => {
  const group = groupNamed(library, name);
  if (active !== undefined && active !== group.active) edges.reach(active ? 'G INACTIVE-ACTIVE' : 'G ACTIVE-INACTIVE');
  group.active = active ?? group.active;
  group.rules = rules ?? group.rules;
};

/** The rules that publishing these groups pins now: what a revision validates with, whatever happens to the library later. */
export const pinnedBy = ({ library }: World, groups: readonly string[]): string =>
  groups.map((name) => `${name}: ${groupNamed(library, name).rules.join()}`).join('; ');

/** What of the library stands against publishing. */
export const libraryGuards = ({ library }: World, groups: readonly string[]): Verdict => [
  ...refuseUnless(library.category.active, 'CATEGORY_INACTIVE'),
  ...refuseUnless(library.category.published, 'CATEGORY_NOT_PUBLISHED'),
  ...refuseUnless(
    groups.every((name) => groupNamed(library, name).active),
    'GROUP_INACTIVE',
  ),
];
