import { type ByType, dispatch } from '../by-type.ts';
import type { CategoryHappening, LocalMembersHappening } from './happenings.ts';
import type { Category, LocalMembers } from './state.ts';

const others = <Member extends { readonly userId: string }>(
  members: readonly Member[],
  userId: string,
): readonly Member[] => members.filter((member) => member.userId !== userId);

const evolutions: ByType<CategoryHappening, Category, undefined, Category> = {
  CategoryCreated: (_category, { category }) => category,
  CategoryChanged: (category, { fields }) => ({ ...category, ...fields }),
  CategoryPublished: (category) => ({ ...category, published: true }),
  StateMemberSet: (category, { member }) => ({
    ...category,
    stateMembers: [...others(category.stateMembers, member.userId), member],
  }),
  StateMemberRemoved: (category, { userId }) => ({ ...category, stateMembers: others(category.stateMembers, userId) }),
};

export const evolveCategory = (category: Category, happening: CategoryHappening): Category =>
  dispatch(evolutions, category, happening, undefined);

/** Null: the district's first entry makes its list. */
export const evolveLocalMembers = (local: LocalMembers | null, happening: LocalMembersHappening): LocalMembers => {
  if (happening.type === 'LocalMemberSet') {
    const { categoryId, districtId, member } = happening;
    return { categoryId, districtId, members: [...others(local?.members ?? [], member.userId), member] };
  }
  if (local === null) throw new Error('nobody can be removed from a list that does not exist');
  return { ...local, members: others(local.members, happening.userId) };
};
