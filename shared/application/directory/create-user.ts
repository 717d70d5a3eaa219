import type { NewUserBody } from '../../contracts/schemas/people.ts';
import { refusal } from '../../domain/refusal.ts';
import type { NewPerson } from '../../domain/user/commands.ts';
import { decideCreateUser } from '../../domain/user/decide.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller, RepeatKey } from '../caller.ts';
import { type AttemptFailure, type CommandFailure, handleCommand, type Plan } from '../handle-command.ts';
import type { Ports } from '../ports/ports.ts';
import { denied } from '../queries/denied.ts';
import { userView } from '../views/user-view.ts';
import type { Answered } from './answered.ts';
import { placeFacts } from './place-facts.ts';

type UserAnswer = Answered<ReturnType<typeof userView>>;

export interface NewUser {
  readonly caller: Caller;
  readonly repeat: RepeatKey | null;
  readonly sent: NewUserBody;
}

const attempt = async (
  { store }: Ports,
  { caller, sent }: NewUser,
): Promise<Result<Plan<UserAnswer>, AttemptFailure>> => {
  const { userId: id, ...fields } = sent;
  const person: NewPerson = { id, ...fields };
  // Whatever is out of his reach is forbidden to him alike, there or not.
  if (denied(caller, 'createUser', { kind: 'USER', user: person }) !== null) return refuse(refusal('FORBIDDEN'));
  const [owner, present, facts] = await Promise.all([
    store.userOfName(id),
    store.load('user', id),
    placeFacts(store, person),
  ]);
  const nameTaken = owner !== undefined || present !== undefined;
  const decided = decideCreateUser({ type: 'createUser', person, nameTaken, facts }, caller);
  if (!decided.ok) return decided;
  const [created] = decided.value;
  if (created?.type !== 'UserCreated') throw new Error('a person was made without effect');
  return ok({
    transitions: [{ entity: 'user', key: id, before: null, after: created.user, command: 'createUser' }],
    inserts: [{ row: 'userName', userId: id }],
    outbox: [{ type: 'SYNC_SIGN_IN', userId: id }],
    answer: { version: 1, body: userView(created.user) },
  });
};

/** A person of ours, and an account at the sign-in once this is committed. */
export const createUser = (ports: Ports, wish: NewUser): Promise<Result<UserAnswer, CommandFailure>> =>
  handleCommand(ports, {
    caller: wish.caller,
    repeat: wish.repeat,
    operation: 'createUser',
    target: wish.sent.userId,
    attempt: () => attempt(ports, wish),
  });
