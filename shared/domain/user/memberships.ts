import type { CategoryId } from '../../kernel/ids.ts';
import type { Membership, User } from './state.ts';

const without = (user: User, categoryId: CategoryId): readonly Membership[] =>
  user.memberships.filter((membership) => membership.categoryId !== categoryId);

/** A person is in a category once. His own list follows the category's in the same commit, so that rights are one read. */
export const withMembership = (user: User, membership: Membership): User => ({
  ...user,
  memberships: [...without(user, membership.categoryId), membership],
});

export const withoutMembership = (user: User, categoryId: CategoryId): User => ({
  ...user,
  memberships: without(user, categoryId),
});
