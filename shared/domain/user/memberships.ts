import type { CategoryId } from '../../kernel/ids.ts';
import { isSameScope } from '../category/scope.ts';
import type { Membership, User } from './state.ts';

const without = (user: User, categoryId: CategoryId): readonly Membership[] =>
  user.memberships.filter((membership) => membership.categoryId !== categoryId);

/** What follows when a member himself changes, the lists of all his categories, is one transaction. */
const maxMemberships = 40;

export const hasRoomFor = (user: User, categoryId: CategoryId): boolean =>
  without(user, categoryId).length < maxMemberships;

const isSamePlace = (one: Membership, other: Membership): boolean =>
  one.side === 'STATE' || other.side === 'STATE'
    ? one.side === other.side
    : one.districtId === other.districtId && isSameScope(one.schools, other.schools);

const isSame = (one: Membership, other: Membership): boolean =>
  one.categoryId === other.categoryId && one.role === other.role && isSamePlace(one, other);

/**
 * A person is in a category once. His own list follows the category's in the same commit, so that rights are one read.
 * Who is in it just so stays as he is.
 */
export const withMembership = (user: User, membership: Membership): User =>
  user.memberships.some((one) => isSame(one, membership))
    ? user
    : { ...user, memberships: [...without(user, membership.categoryId), membership] };

export const withoutMembership = (user: User, categoryId: CategoryId): User => ({
  ...user,
  memberships: without(user, categoryId),
});
