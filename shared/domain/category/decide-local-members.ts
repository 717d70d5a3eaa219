import { ok, refuse } from '../../kernel/result.ts';
import { type ByType, dispatch } from '../by-type.ts';
import type { Decision } from '../decision.ts';
import { refusal } from '../refusal.ts';
import { hasRoomFor } from '../user/memberships.ts';
import { fullName } from '../user/name.ts';
import type { LocalMembersCommand } from './commands.ts';
import type { LocalMemberRemoved, LocalMemberSet, LocalMembersHappening } from './happenings.ts';
import { isSameScope, isWithin } from './scope.ts';
import type { LocalMember, LocalMembers } from './state.ts';

type Place = Pick<LocalMembers, 'categoryId' | 'districtId'>;

const listed = (local: LocalMembers | null, userId: string): LocalMember | undefined =>
  local?.members.find((member) => member.userId === userId);

const set = (local: LocalMembers | null, place: Place, member: LocalMember): readonly LocalMemberSet[] => {
  const before = listed(local, member.userId);
  const isSame =
    before?.name === member.name && before.role === member.role && isSameScope(before.schools, member.schools);
  return isSame ? [] : [{ type: 'LocalMemberSet', ...place, member }];
};

const removed = (local: LocalMembers | null, userId: LocalMember['userId']): readonly LocalMemberRemoved[] =>
  listed(local, userId) === undefined ? [] : [{ type: 'LocalMemberRemoved', userId }];

const deciders: ByType<LocalMembersCommand, LocalMembers | null, undefined, Decision<LocalMembersHappening>> = {
  setLocalMember: (local, { category, districtId, user, role, schools, unknownSchools }) => {
    if (!category.published) return refuse(refusal('CATEGORY_NOT_PUBLISHED'));
    if (!category.active) return refuse(refusal('CATEGORY_INACTIVE'));
    const isOwn = user?.side === 'LOCAL' && user.organizationId === districtId && user.active;
    if (!isOwn) return refuse(refusal('NOT_FOUND'));
    if (!hasRoomFor(user, category.id)) return refuse(refusal('TOO_MANY_MEMBERSHIPS'));
    const firstUnknown = schools === 'ALL' ? -1 : schools.findIndex((school) => unknownSchools.includes(school));
    if (firstUnknown >= 0) return refuse({ code: 'REFERENCE_UNKNOWN', pointer: `/schools/${firstUnknown}` });
    const needed = category.level === 'DISTRICT' ? 'ALL' : schools;
    if (!isWithin(needed, user.schools)) return refuse({ code: 'REFERENCE_UNKNOWN', pointer: '/schools' });
    const member = { userId: user.id, name: fullName(user), role, schools };
    return ok(set(local, { categoryId: category.id, districtId }, member));
  },
  removeLocalMember: (local, { userId }) => ok(removed(local, userId)),
  followUser: (local, { categoryId, user }) => {
    const before = listed(local, user.id);
    if (local === null || before === undefined) return ok([]);
    const left = user.memberships.find((one) => one.categoryId === categoryId);
    if (left?.side !== 'LOCAL' || left.districtId !== local.districtId) return ok(removed(local, user.id));
    return ok(
      set(
        local,
        { categoryId, districtId: local.districtId },
        { ...before, name: fullName(user), schools: left.schools },
      ),
    );
  },
};

/** A district lists its own people only, and nobody for more schools than he may see. Null: the district has no list yet. */
export const decideLocalMembers = (
  local: LocalMembers | null,
  command: LocalMembersCommand,
): Decision<LocalMembersHappening> => dispatch(deciders, local, command, undefined);
