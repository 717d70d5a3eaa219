import type { Operation } from '../../domain/access/policy.ts';
import { canSee } from '../../domain/access/visibility.ts';
import { personOf } from '../../domain/actor.ts';
import { type Refusal, refusal } from '../../domain/refusal.ts';
import { fullName } from '../../domain/user/name.ts';
import type { User } from '../../domain/user/state.ts';
import type { CategoryId, OrganizationId, UserId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import type { Versioned } from '../entities.ts';
import type { Page, PageRequest, Store } from '../ports/store.ts';
import { denied } from '../queries/denied.ts';
import { holdsText, isWanted } from '../queries/matches.ts';

export interface UserFilter {
  readonly name?: string | undefined;
  readonly side?: User['side'] | undefined;
  readonly organizationId?: OrganizationId | undefined;
  readonly categoryId?: CategoryId | undefined;
  readonly active?: boolean | undefined;
  readonly districtAdmin?: boolean | undefined;
}

const wordsOf = (user: User): string => `${fullName(user)} ${user.id} ${user.email} ${user.staffStateId ?? ''}`;

/** People by name, page by page: those of one organization, or of all where the caller sees all. */
export const usersPage = (
  store: Store,
  caller: Caller,
  { name, side, organizationId, categoryId, active, districtAdmin }: UserFilter,
  page: PageRequest,
): Promise<Page<Versioned<User>>> => {
  const asking = personOf(caller.actor);
  const isShown = (user: User): boolean =>
    canSee(asking, { kind: 'USER', user }) &&
    holdsText(wordsOf(user), name) &&
    isWanted(user.side, side) &&
    isWanted(user.organizationId, organizationId) &&
    isWanted(user.active, active) &&
    isWanted(user.districtAdmin, districtAdmin) &&
    (categoryId === undefined || user.memberships.some((membership) => membership.categoryId === categoryId));
  return store.users(asking.side === 'LOCAL' ? asking.organizationId : organizationId, page, isShown);
};

export const userFor = async (
  store: Store,
  caller: Caller,
  operation: Operation,
  id: UserId,
): Promise<Result<Versioned<User>, Refusal>> => {
  const read = await store.load('user', id);
  // Somebody of another district, who is out of sight, and nobody at all are told in the same words.
  if (read === undefined) return refuse(refusal('NOT_FOUND'));
  const refused = denied(caller, operation, { kind: 'USER', user: read.state });
  return refused === null ? ok(read) : refuse(refused);
};
