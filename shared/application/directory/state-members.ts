import { decideCategory } from '../../domain/category/decide.ts';
import { evolveCategory } from '../../domain/category/evolve.ts';
import type { StateMember } from '../../domain/category/state.ts';
import { rightsTooLow } from '../../domain/category/rights-of-roles.ts';
import { refusal } from '../../domain/refusal.ts';
import { withMembership, withoutMembership } from '../../domain/user/memberships.ts';
import type { CategoryId, UserId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import { evolveAll } from '../evolve-all.ts';
import { type AttemptFailure, type CommandFailure, handleCommand, type Plan } from '../handle-command.ts';
import type { Ports } from '../ports/ports.ts';
import { denied } from '../queries/denied.ts';
import { categoryView } from '../views/directory-view.ts';
import { type Answered, isStale } from './answered.ts';

export interface StateMemberWish {
  readonly id: CategoryId;
  readonly userId: UserId;
  readonly caller: Caller;
  readonly expectedVersion: number | null;
  /** Null: out of the category. */
  readonly role: StateMember['role'] | null;
}

type Warning = { readonly code: 'RIGHTS_TOO_LOW'; readonly userId: UserId };
type MemberAnswer = Answered<ReturnType<typeof categoryView> & { readonly warnings: readonly Warning[] }>;

const attempt = async (
  { store }: Ports,
  operation: 'setStateMember' | 'removeStateMember',
  { id, userId, caller, expectedVersion, role }: StateMemberWish,
): Promise<Result<Plan<MemberAnswer>, AttemptFailure>> => {
  const [category, person] = await Promise.all([store.load('category', id), store.load('user', userId)]);
  if (category === undefined) return refuse(refusal('NOT_FOUND'));
  const refused = denied(caller, operation, { kind: 'CATEGORY', category: category.state });
  if (refused !== null) return refuse(refused);
  if (person === undefined) return refuse(refusal('NOT_FOUND'));
  if (isStale(expectedVersion, category)) return refuse({ code: 'IF_MATCH_STALE' });
  const user = person.state;
  const decided = decideCategory(
    category.state,
    role === null ? { type: 'removeStateMember', userId } : { type: 'setStateMember', user, role },
  );
  if (!decided.ok) return decided;
  const after = evolveAll(evolveCategory, category.state, decided.value);
  const member =
    role === null ? withoutMembership(user, id) : withMembership(user, { categoryId: id, side: 'STATE', role });
  const isChanged = decided.value.length > 0;
  return ok({
    // His own list of memberships follows in the same commit, so that rights are one read.
    transitions: isChanged
      ? [
          { entity: 'category', key: id, before: category, after, command: operation },
          { entity: 'user', key: userId, before: person, after: member, command: operation },
        ]
      : [],
    answer: {
      version: category.version + (isChanged ? 1 : 0),
      body: {
        ...categoryView(after),
        warnings: role !== null && rightsTooLow(user, role) ? [{ code: 'RIGHTS_TOO_LOW', userId }] : [],
      },
    },
  });
};

/** Who of the state decides, and who looks on, in a category. Decisions and notifications see it at once. */
export const changeStateMember = (
  ports: Ports,
  wish: StateMemberWish,
): Promise<Result<MemberAnswer, CommandFailure>> => {
  const operation = wish.role === null ? 'removeStateMember' : 'setStateMember';
  return handleCommand(ports, {
    caller: wish.caller,
    repeat: null,
    operation,
    target: `${wish.id}/${wish.userId}`,
    attempt: () => attempt(ports, operation, wish),
  });
};
