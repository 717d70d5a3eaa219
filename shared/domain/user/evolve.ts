import { type ByType, dispatch } from '../by-type.ts';
import type { UserHappening } from './happenings.ts';
import { withoutMembership } from './memberships.ts';
import type { User } from './state.ts';

const evolutions: ByType<UserHappening, User, undefined, User> = {
  UserCreated: (_user, { user }) => user,
  UserChanged: (user, { fields }) => ({ ...user, ...fields }),
  RightsReplaced: (user, { rights }) => ({ ...user, rights }),
  MembershipNarrowed: (user, { categoryId, schools }) => ({
    ...user,
    memberships: user.memberships.map((membership) =>
      membership.side === 'LOCAL' && membership.categoryId === categoryId ? { ...membership, schools } : membership,
    ),
  }),
  MembershipEnded: (user, { categoryId }) => withoutMembership(user, categoryId),
};

export const evolveUser = (user: User, happening: UserHappening): User =>
  dispatch(evolutions, user, happening, undefined);
