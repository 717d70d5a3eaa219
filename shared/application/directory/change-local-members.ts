import { canSee } from '../../domain/access/visibility.ts';
import { personOf } from '../../domain/actor.ts';
import type { Category, LocalMember } from '../../domain/category/state.ts';
import { rightsTooLow } from '../../domain/category/rights-of-roles.ts';
import { refusal } from '../../domain/refusal.ts';
import { withMembership, withoutMembership } from '../../domain/user/memberships.ts';
import type { SchoolScope, User } from '../../domain/user/state.ts';
import type { CategoryId, OrganizationId, UserId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import type { Versioned } from '../entities.ts';
import { type AttemptFailure, type CommandFailure, handleCommand, type Plan } from '../handle-command.ts';
import type { OutboxMessage } from '../outbox.ts';
import type { Ports } from '../ports/ports.ts';
import type { Store } from '../ports/store.ts';
import type { Transition } from '../ports/unit-of-work.ts';
import { denied } from '../queries/denied.ts';
import { localMemberView } from '../views/user-view.ts';
import { type Answered, isStale } from './answered.ts';
import { listAfter } from './local-members.ts';
import { unknownSchools } from './place-facts.ts';

export interface LocalMemberWish {
  readonly id: CategoryId;
  readonly districtId: OrganizationId;
  readonly userId: UserId;
  readonly caller: Caller;
  readonly expectedVersion: number | null;
}

export interface LocalMemberPart {
  readonly role: LocalMember['role'];
  readonly schools: SchoolScope;
}

const inDistrict = (user: User, { id, districtId }: LocalMemberWish): boolean =>
  user.memberships.some((one) => one.side === 'LOCAL' && one.categoryId === id && one.districtId === districtId);

/** Read once: the category as this person sees it, the list of the district, and the member-to-be if he may know of him. */
const loadList = async (
  store: Store,
  operation: 'setLocalMember' | 'removeLocalMember',
  { id, districtId, userId, caller, expectedVersion }: LocalMemberWish,
) => {
  const [category, list, user] = await Promise.all([
    store.load('category', id),
    store.load('localMembers', { categoryId: id, districtId }),
    store.load('user', userId),
  ]);
  if (category === undefined) return refuse(refusal('NOT_FOUND'));
  const refused = denied(caller, operation, { kind: 'LOCAL_MEMBERS', category: category.state, districtId });
  if (refused !== null) return refuse(refused);
  const seen = user && canSee(personOf(caller.actor), { kind: 'USER', user: user.state }) ? user : undefined;
  const isListed = list?.state.members.some((member) => member.userId === userId) ?? false;
  if (user === undefined || (seen === undefined && !isListed)) return refuse(refusal('NOT_FOUND'));
  if (isStale(expectedVersion, list)) return refuse({ code: 'IF_MATCH_STALE' as const });
  return ok({ category: category.state, list: list ?? null, user });
};

const written = (
  { id, districtId, userId }: LocalMemberWish,
  command: string,
  list: Pick<Extract<Transition, { readonly entity: 'localMembers' }>, 'before' | 'after'>,
  person: { readonly before: Versioned<User>; readonly after: User },
): { readonly transitions: readonly Transition[]; readonly outbox: readonly OutboxMessage[] } => ({
  transitions: [
    { entity: 'localMembers', key: { categoryId: id, districtId }, ...list, command },
    ...(person.after === person.before.state ? [] : [{ entity: 'user' as const, key: userId, ...person, command }]),
  ],
  outbox: [{ type: 'RECONCILE_MEMBERS', categoryIds: [id], districtId }],
});

const noWrites = { transitions: [], outbox: [] } as const;

type MemberAnswer = Answered<ReturnType<typeof localMemberView>>;

const warningsOf = (user: User, { role }: LocalMemberPart) =>
  rightsTooLow(user, role) ? [{ code: 'RIGHTS_TOO_LOW' as const, userId: user.id }] : [];

const scopeFor = ({ level }: Category, schools: SchoolScope): SchoolScope => (level === 'DISTRICT' ? 'ALL' : schools);

const attemptSet = async (
  { store }: Ports,
  wish: LocalMemberWish & LocalMemberPart,
): Promise<Result<Plan<MemberAnswer>, AttemptFailure>> => {
  const read = await loadList(store, 'setLocalMember', wish);
  if (!read.ok) return read;
  const { category, list, user } = read.value;
  const { id, districtId, role } = wish;
  const schools = scopeFor(category, wish.schools);
  const after = listAfter(list?.state ?? null, {
    type: 'setLocalMember',
    category,
    districtId,
    user: user.state,
    role,
    schools,
    unknownSchools: await unknownSchools(store, districtId, wish.schools),
  });
  if (!after.ok) return after;
  const member = withMembership(user.state, { categoryId: id, side: 'LOCAL', role, districtId, schools });
  const writes =
    after.value === null
      ? noWrites
      : written(wish, 'setLocalMember', { before: list, after: after.value }, { before: user, after: member });
  const isChanged = after.value !== null;
  return ok({
    ...writes,
    answer: {
      version: (list?.version ?? 0) + (isChanged ? 1 : 0),
      body: localMemberView(
        { categoryId: id, districtId, user: user.state, role, schools },
        warningsOf(user.state, wish),
      ),
    },
  });
};

/** Work that is under way in the category's certification events follows the list once this is committed (U13). */
export const setLocalMember = (
  ports: Ports,
  wish: LocalMemberWish & LocalMemberPart,
): Promise<Result<MemberAnswer, CommandFailure>> =>
  handleCommand(ports, {
    caller: wish.caller,
    repeat: null,
    operation: 'setLocalMember',
    target: `${wish.id}/${wish.districtId}/${wish.userId}`,
    attempt: () => attemptSet(ports, wish),
  });

const attemptRemoval = async ({ store }: Ports, wish: LocalMemberWish): Promise<Result<Plan<null>, AttemptFailure>> => {
  const read = await loadList(store, 'removeLocalMember', wish);
  if (!read.ok) return read;
  const { list, user } = read.value;
  const after = listAfter(list?.state ?? null, { type: 'removeLocalMember', userId: wish.userId });
  if (!after.ok) return after;
  if (after.value === null) return ok({ ...noWrites, answer: null });
  // Who has moved to another district meanwhile may be a member of the same category there.
  const former = inDistrict(user.state, wish) ? withoutMembership(user.state, wish.id) : user.state;
  const lists = { before: list, after: after.value };
  return ok({ ...written(wish, 'removeLocalMember', lists, { before: user, after: former }), answer: null });
};

/** He leaves the work that is under way (U12). */
export const removeLocalMember = (ports: Ports, wish: LocalMemberWish): Promise<Result<null, CommandFailure>> =>
  handleCommand(ports, {
    caller: wish.caller,
    repeat: null,
    operation: 'removeLocalMember',
    target: `${wish.id}/${wish.districtId}/${wish.userId}`,
    attempt: () => attemptRemoval(ports, wish),
  });
