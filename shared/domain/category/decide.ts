import { ok, refuse } from '../../kernel/result.ts';
import { type ByType, dispatch } from '../by-type.ts';
import type { Decision } from '../decision.ts';
import { refusal } from '../refusal.ts';
import { hasRoomFor } from '../user/memberships.ts';
import { fullName } from '../user/name.ts';
import type { User } from '../user/state.ts';
import type { CategoryCommand, CreateCategory } from './commands.ts';
import type { CategoryCreated, CategoryHappening, StateMemberSet } from './happenings.ts';
import type { Category, StateMember } from './state.ts';

type CategoryDecision = Decision<CategoryHappening>;

const changes = (category: Category, fields: Partial<Pick<Category, 'name' | 'description' | 'active'>>): boolean => {
  const after = { ...category, ...fields };
  return after.name !== category.name || after.description !== category.description || after.active !== category.active;
};

const memberFrom = (user: User, role: StateMember['role']): StateMember => {
  const { id: userId, staffStateId, active } = user;
  return { userId, name: fullName(user), staffStateId, role, active };
};

const isSame = (one: StateMember, other: StateMember): boolean =>
  one.name === other.name &&
  one.staffStateId === other.staffStateId &&
  one.role === other.role &&
  one.active === other.active;

const set = ({ stateMembers }: Category, member: StateMember): readonly StateMemberSet[] => {
  const listed = stateMembers.find(({ userId }) => userId === member.userId);
  return listed !== undefined && isSame(listed, member) ? [] : [{ type: 'StateMemberSet', member }];
};

const deciders: ByType<CategoryCommand, Category, undefined, CategoryDecision> = {
  changeCategory: (category, { fields, inUse }) =>
    inUse && category.active && fields.active === false
      ? refuse(refusal('CATEGORY_IN_USE'))
      : ok(changes(category, fields) ? [{ type: 'CategoryChanged', fields }] : []),
  publishCategory: (category) => {
    if (category.published) return ok([]);
    return category.active ? ok([{ type: 'CategoryPublished' }]) : refuse(refusal('CATEGORY_INACTIVE'));
  },
  setStateMember: (category, { user, role }) => {
    if (user?.side !== 'STATE' || !user.active) return refuse(refusal('NOT_FOUND'));
    if (!hasRoomFor(user, category.id)) return refuse(refusal('TOO_MANY_MEMBERSHIPS'));
    return ok(set(category, memberFrom(user, role)));
  },
  followUser: (category, { user }) => {
    const listed = category.stateMembers.find((member) => member.userId === user.id);
    return ok(listed === undefined ? [] : set(category, memberFrom(user, listed.role)));
  },
  removeStateMember: (category, { userId }) =>
    ok(
      category.stateMembers.some((member) => member.userId === userId) ? [{ type: 'StateMemberRemoved', userId }] : [],
    ),
};

/** A category is deactivated only when no published certification event uses it; its level never changes. */
export const decideCategory = (category: Category, command: CategoryCommand): CategoryDecision =>
  dispatch(deciders, category, command, undefined);

export const decideCreateCategory = ({ id, fields }: CreateCategory): Decision<CategoryCreated> =>
  ok([{ type: 'CategoryCreated', category: { id, ...fields, published: false, stateMembers: [] } }]);
