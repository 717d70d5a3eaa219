import { ok, refuse } from '../../kernel/result.ts';
import type { Decision } from '../decision.ts';
import { refusal } from '../refusal.ts';
import { fullName } from '../user/name.ts';
import type { LocalMembersCommand } from './commands.ts';
import type { LocalMembersHappening } from './happenings.ts';
import { isWithin } from './scope.ts';
import type { LocalMembers } from './state.ts';

type Set = Extract<LocalMembersCommand, { readonly type: 'setLocalMember' }>;

/** A district lists its own people only, and nobody for more schools than he may see. Null: the district has no list yet. */
export const decideLocalMembers = (
  local: LocalMembers | null,
  command: LocalMembersCommand,
): Decision<LocalMembersHappening> => {
  if (command.type === 'setLocalMember') return setMember(command);
  const { userId } = command;
  const isListed = local?.members.some((member) => member.userId === userId) ?? false;
  return ok(isListed ? [{ type: 'LocalMemberRemoved', userId }] : []);
};

const setMember = ({ category, districtId, user, role, schools }: Set): Decision<LocalMembersHappening> => {
  if (!category.published) return refuse(refusal('CATEGORY_NOT_PUBLISHED'));
  const isOwn = user?.side === 'LOCAL' && user.organizationId === districtId && user.active;
  if (!isOwn) return refuse(refusal('NOT_FOUND'));
  const needed = category.level === 'DISTRICT' ? 'ALL' : schools;
  if (!isWithin(needed, user.schools)) return refuse({ code: 'REFERENCE_UNKNOWN', pointer: '/schools' });
  const member = { userId: user.id, name: fullName(user), role, schools };
  return ok([{ type: 'LocalMemberSet', categoryId: category.id, districtId, member }]);
};
