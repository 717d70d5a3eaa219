import { decideLocalMembers } from '../../domain/category/decide-local-members.ts';
import { evolveLocalMembers } from '../../domain/category/evolve.ts';
import type { LocalMembersCommand } from '../../domain/category/commands.ts';
import type { LocalMember, LocalMembers } from '../../domain/category/state.ts';
import { personOf } from '../../domain/actor.ts';
import { type Refusal, refusal } from '../../domain/refusal.ts';
import type { CategoryId, OrganizationId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import type { Store } from '../ports/store.ts';
import { denied } from '../queries/denied.ts';
import { holdsText, isWanted } from '../queries/matches.ts';

export interface ListedMember extends LocalMember {
  readonly categoryId: CategoryId;
  readonly districtId: OrganizationId;
}

export interface LocalMemberFilter {
  readonly name?: string | undefined;
  readonly districtId?: OrganizationId | undefined;
  readonly role?: LocalMember['role'] | undefined;
}

const listsFor = async (store: Store, id: CategoryId, districtId: OrganizationId | undefined) =>
  districtId === undefined
    ? store.localMembersOf(id)
    : store.loadMany('localMembers', [{ categoryId: id, districtId }]);

/** The members of a category: of every district for the state, of his own for somebody local. */
export const matchingLocalMembers = async (
  store: Store,
  caller: Caller,
  id: CategoryId,
  filter: LocalMemberFilter,
): Promise<Result<readonly ListedMember[], Refusal>> => {
  const category = await store.load('category', id);
  if (category === undefined) return refuse(refusal('NOT_FOUND'));
  const user = personOf(caller.actor);
  const own = user.side === 'LOCAL' ? user.organizationId : undefined;
  const districtId = own ?? filter.districtId;
  const resource = { kind: 'LOCAL_MEMBERS', category: category.state, districtId: districtId ?? user.organizationId };
  const refused = denied(caller, 'listLocalMembers', { ...resource, kind: 'LOCAL_MEMBERS' });
  if (refused !== null) return refuse(refused);
  const lists = await listsFor(store, id, districtId);
  const members = lists.flatMap(({ state }) =>
    state.members.map((member) => ({ ...member, categoryId: id, districtId: state.districtId })),
  );
  return ok(
    members.filter(
      (member) =>
        holdsText(`${member.name} ${member.userId}`, filter.name) &&
        isWanted(member.role, filter.role) &&
        isWanted(member.districtId, filter.districtId),
    ),
  );
};

/** The list as a command leaves it; null where nothing happened. */
export const listAfter = (
  before: LocalMembers | null,
  command: LocalMembersCommand,
): Result<LocalMembers | null, Refusal> => {
  const decided = decideLocalMembers(before, command);
  if (!decided.ok) return decided;
  const [first, ...rest] = decided.value;
  if (first === undefined) return ok(null);
  return ok(rest.reduce(evolveLocalMembers, evolveLocalMembers(before, first)));
};
