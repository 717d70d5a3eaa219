import type { Operation } from '../../domain/access/policy.ts';
import type { PersonFields, UserCommand } from '../../domain/user/commands.ts';
import { decideUser } from '../../domain/user/decide.ts';
import { evolveUser } from '../../domain/user/evolve.ts';
import type { User } from '../../domain/user/state.ts';
import type { UserId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import { noEffects } from '../effects.ts';
import { evolveAll } from '../evolve-all.ts';
import { type AttemptFailure, type CommandFailure, handleCommand, type Plan } from '../handle-command.ts';
import type { Ports } from '../ports/ports.ts';
import type { Store } from '../ports/store.ts';
import { userView } from '../views/user-view.ts';
import { type Answered, isStale } from './answered.ts';
import { followUser } from './follow-user.ts';
import { userFor } from './people.ts';
import { placeFacts } from './place-facts.ts';

type UserAnswer = Answered<ReturnType<typeof userView>>;

export interface UserChange {
  readonly id: UserId;
  readonly caller: Caller;
  readonly expectedVersion: number | null;
}

type Deciding = (store: Store, user: User) => Promise<UserCommand>;

const changing =
  (fields: PersonFields): Deciding =>
  async (store, user) => {
    const [facts, categories] = await Promise.all([
      placeFacts(store, { ...user, ...fields }),
      store.loadMany(
        'category',
        user.memberships.map(({ categoryId }) => categoryId),
      ),
    ]);
    const levels = new Map(categories.map(({ state }) => [state.id, state.level]));
    return { type: 'changeUser', fields, facts, levels };
  };

const attempt = async (
  { store }: Ports,
  operation: Operation & UserCommand['type'],
  { id, caller, expectedVersion }: UserChange,
  deciding: Deciding,
): Promise<Result<Plan<UserAnswer>, AttemptFailure>> => {
  const read = await userFor(store, caller, operation, id);
  if (!read.ok) return read;
  const before = read.value;
  if (isStale(expectedVersion, before)) return refuse({ code: 'IF_MATCH_STALE' });
  const decided = decideUser(before.state, await deciding(store, before.state), caller);
  if (!decided.ok) return decided;
  const after = evolveAll(evolveUser, before.state, decided.value);
  const isChanged = decided.value.length > 0;
  const follows = isChanged ? await followUser(store, before.state, after) : noEffects;
  return ok({
    transitions: [
      ...(isChanged ? [{ entity: 'user' as const, key: id, before, after, command: operation }] : []),
      ...follows.transitions,
    ],
    outbox: follows.outbox,
    answer: { version: before.version + (isChanged ? 1 : 0), body: userView(after) },
  });
};

const change = (
  ports: Ports,
  operation: Operation & UserCommand['type'],
  wish: UserChange,
  deciding: Deciding,
): Promise<Result<UserAnswer, CommandFailure>> =>
  handleCommand(ports, {
    caller: wish.caller,
    repeat: null,
    operation,
    target: wish.id,
    attempt: () => attempt(ports, operation, wish, deciding),
  });

/** Name, place, account: what names him or rests on him follows in the same commit. */
export const changeUser = (ports: Ports, wish: UserChange & { readonly fields: PersonFields }) =>
  change(ports, 'changeUser', wish, changing(wish.fields));

export const replaceRights = (ports: Ports, wish: UserChange & { readonly rights: User['rights'] }) =>
  change(ports, 'replaceRights', wish, async () => ({ type: 'replaceRights', rights: wish.rights }));
