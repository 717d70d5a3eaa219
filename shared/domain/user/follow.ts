import type { CategoryId } from '../../kernel/ids.ts';
import { isWithin } from '../category/scope.ts';
import type { Level } from '../category/state.ts';
import type { MembershipEnded, MembershipNarrowed } from './happenings.ts';
import type { Membership, SchoolScope, User } from './state.ts';

type LocalMembership = Extract<Membership, { readonly side: 'LOCAL' }>;

const common = (one: SchoolScope, other: SchoolScope): SchoolScope => {
  if (one === 'ALL') return other;
  return other === 'ALL' ? one : one.filter((school) => other.includes(school));
};

const ended = ({ categoryId, districtId }: LocalMembership): MembershipEnded => ({
  type: 'MembershipEnded',
  categoryId,
  districtId,
});

const outcome = (
  membership: LocalMembership,
  user: User,
  level: Level | undefined,
): readonly (MembershipEnded | MembershipNarrowed)[] => {
  if (!user.active || user.organizationId !== membership.districtId) return [ended(membership)];
  if (level !== 'SCHOOL') return user.schools === 'ALL' ? [] : [ended(membership)];
  const schools = common(membership.schools, user.schools);
  if (isWithin(membership.schools, schools)) return [];
  if (schools.length === 0) return [ended(membership)];
  const { categoryId, districtId } = membership;
  return [{ type: 'MembershipNarrowed', categoryId, districtId, schools }];
};

/**
 * What becomes of somebody's memberships when he himself has changed. A membership that reaches further than its member
 * would wait for ever for a certifier who cannot see the work.
 */
export const membershipsFollow = (
  user: User,
  levels: ReadonlyMap<CategoryId, Level>,
): readonly (MembershipEnded | MembershipNarrowed)[] =>
  user.memberships.flatMap((membership) =>
    membership.side === 'LOCAL' ? outcome(membership, user, levels.get(membership.categoryId)) : [],
  );
