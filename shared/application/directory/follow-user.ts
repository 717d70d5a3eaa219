import { decideCategory } from '../../domain/category/decide.ts';
import { decideLocalMembers } from '../../domain/category/decide-local-members.ts';
import { evolveCategory, evolveLocalMembers } from '../../domain/category/evolve.ts';
import { isSameScope } from '../../domain/category/scope.ts';
import type { LocalMembers } from '../../domain/category/state.ts';
import type { Membership, User } from '../../domain/user/state.ts';
import { type Effects, effects, joined } from '../effects.ts';
import type { LocalMembersKey, Versioned } from '../entities.ts';
import type { OutboxMessage } from '../outbox.ts';
import type { Store } from '../ports/store.ts';
import type { Transition } from '../ports/unit-of-work.ts';

const ofStateSide = async (store: Store, after: User): Promise<Effects> => {
  const ids = after.memberships.flatMap(({ side, categoryId }) => (side === 'STATE' ? [categoryId] : []));
  const categories = await store.loadMany('category', ids);
  const transitions = categories.flatMap((before): Transition[] => {
    const decided = decideCategory(before.state, { type: 'followUser', user: after });
    if (!decided.ok || decided.value.length === 0) return [];
    const state = decided.value.reduce(evolveCategory, before.state);
    return [{ entity: 'category', key: state.id, before, after: state, command: 'followUser' }];
  });
  return effects({ transitions });
};

const listsOf = (memberships: readonly Membership[]): readonly LocalMembersKey[] =>
  memberships.flatMap((one) =>
    one.side === 'LOCAL' ? [{ categoryId: one.categoryId, districtId: one.districtId }] : [],
  );

const listStep = (before: Versioned<LocalMembers>, user: User): readonly Transition[] => {
  const { categoryId, districtId } = before.state;
  const decided = decideLocalMembers(before.state, { type: 'followUser', categoryId, user });
  if (!decided.ok || decided.value.length === 0) return [];
  const after = decided.value.reduce<LocalMembers>(evolveLocalMembers, before.state);
  return [{ entity: 'localMembers', key: { categoryId, districtId }, before, after, command: 'followUser' }];
};

/** Lists in which his part is another: work under way in these categories is to follow. */
const partsChanged = (before: User, after: User): readonly LocalMembersKey[] =>
  listsOf(
    before.memberships.filter((was) => {
      const is = after.memberships.find((one) => one.categoryId === was.categoryId);
      return was.side === 'LOCAL' && (is?.side !== 'LOCAL' || !isSameScope(was.schools, is.schools));
    }),
  );

const ofDistricts = async (store: Store, before: User, after: User): Promise<Effects> => {
  const lists = await store.loadMany('localMembers', listsOf(before.memberships));
  const changed = partsChanged(before, after);
  const outbox = [...new Set(changed.map(({ districtId }) => districtId))].map((districtId): OutboxMessage => {
    const categoryIds = changed.filter((one) => one.districtId === districtId).map(({ categoryId }) => categoryId);
    return { type: 'RECONCILE_MEMBERS', categoryIds, districtId };
  });
  return effects({ transitions: lists.flatMap((list) => listStep(list, after)), outbox });
};

const account = (before: User, after: User): Effects => {
  const isSame =
    before.active === after.active &&
    before.email === after.email &&
    before.firstName === after.firstName &&
    before.lastName === after.lastName;
  return isSame ? effects({}) : effects({ outbox: [{ type: 'SYNC_SIGN_IN', userId: after.id }] });
};

/** What names somebody, or rests on him, once he has changed: his account, and the lists of his categories. */
export const followUser = async (store: Store, before: User, after: User): Promise<Effects> =>
  joined([account(before, after), await ofStateSide(store, after), await ofDistricts(store, before, after)]);
