import { ok, refuse } from '../../kernel/result.ts';
import { type ByType, dispatch } from '../by-type.ts';
import type { Decision } from '../decision.ts';
import { refusal } from '../refusal.ts';
import { fullName } from '../user/name.ts';
import type { CategoryCommand, CreateCategory } from './commands.ts';
import type { CategoryCreated, CategoryHappening } from './happenings.ts';
import type { Category } from './state.ts';

type CategoryDecision = Decision<CategoryHappening>;

const deciders: ByType<CategoryCommand, Category, undefined, CategoryDecision> = {
  changeCategory: (category, { fields, inUse }) =>
    inUse && category.active && fields.active === false
      ? refuse(refusal('CATEGORY_IN_USE'))
      : ok([{ type: 'CategoryChanged', fields }]),
  publishCategory: (category) => {
    if (category.published) return ok([]);
    return category.active ? ok([{ type: 'CategoryPublished' }]) : refuse(refusal('CATEGORY_INACTIVE'));
  },
  setStateMember: (_category, { user, role }) => {
    if (user?.side !== 'STATE' || !user.active) return refuse(refusal('NOT_FOUND'));
    const { id: userId, staffStateId } = user;
    return ok([{ type: 'StateMemberSet', member: { userId, name: fullName(user), staffStateId, role, active: true } }]);
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
