import type { CategoryId } from '../../kernel/ids.ts';
import type { Membership, User } from './state.ts';

const without = (user: User, categoryId: CategoryId): readonly Membership[] =>
  user.memberships.filter((membership) => membership.categoryId !== categoryId);

/** What follows when a member himself changes, the lists of all his categories, is one transaction. */
const maxMemberships = 40;

export const hasRoomFor = (user: User, categoryId: CategoryId): boolean =>
  without(user, categoryId).length < maxMemberships;

/** A person is in a category once. His own list follows the category's in the same commit, so that rights are one read. */
export const withMembership = (user: User, membership: Membership): User => ({
  ...user,
  memberships: [...without(user, membership.categoryId), membership],
});

export const withoutMembership = (user: User, categoryId: CategoryId): User => ({
  ...user,
  memberships: without(user, categoryId),
});
