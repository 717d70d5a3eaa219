import type { Refusal } from '../domain/refusal.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import { type Caller, principalOf, type RepeatKey } from './caller.ts';
import type {
  FenceChange,
  FenceCheck,
  IdempotencyRecord,
  Insert,
  Journal,
  Transition,
  UnitOfWork,
  VersionCheck,
} from './ports/unit-of-work.ts';
import type { OutboxMessage } from './outbox.ts';

/** What one decision wants written, and what its caller is told when it is. `answer` must be plain JSON: it is kept for repeats. */
export interface Plan<Answer> {
  readonly transitions: readonly Transition[];
  readonly checks?: readonly VersionCheck[] | undefined;
  readonly fence?: FenceCheck | undefined;
  readonly fenceChange?: FenceChange | undefined;
  readonly inserts?: readonly Insert[] | undefined;
  readonly outbox?: readonly OutboxMessage[] | undefined;
  readonly answer: Answer;
}

/** What an attempt can answer with: the domain's "no", or that the editor's copy is out of date. */
export type AttemptFailure = Refusal | { readonly code: 'IF_MATCH_STALE' };

/** Expected "no"s of the command itself, besides those of an attempt. */
export type CommandFailure =
  | AttemptFailure
  | { readonly code: 'IDEMPOTENCY_KEY_REUSED' }
  | { readonly code: 'CONFLICT' };

export interface CommandRequest<Answer> {
  readonly caller: Caller;
  readonly repeat: RepeatKey | null;
  /** What the refusal record names: operation and target, never input. */
  readonly operation: string;
  readonly target: string;
  /** Load, decide, plan. Called again from the start when something it read has changed meanwhile. */
  readonly attempt: () => Promise<Result<Plan<Answer>, AttemptFailure>>;
}

export interface CommandPorts {
  readonly unitOfWork: UnitOfWork;
  readonly journal: Journal;
}

const maxAttempts = 5;

// eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- written by this same path from an Answer of the same operation, which the key is bound to
const storedAnswer = <Answer>(record: IdempotencyRecord): Answer => record.answer as Answer;

const replay = <Answer>(record: IdempotencyRecord, repeat: RepeatKey | null): Result<Answer, CommandFailure> =>
  record.bodyHash === repeat?.bodyHash ? ok(storedAnswer<Answer>(record)) : refuse({ code: 'IDEMPOTENCY_KEY_REUSED' });

/** Rights are read before and may be taken away meanwhile: the commit holds only while its person is as he was read. */
const stampOf = ({ actor, actorVersion }: Caller): readonly VersionCheck[] =>
  actor.kind === 'PERSON' && actorVersion !== undefined
    ? [{ entity: 'user', key: actor.user.id, version: actorVersion }]
    : [];

/**
 * The one way to change state: load, decide, commit everything in one transaction, answer. A stale read decides again, at
 * most five times, then CONFLICT. Refusals change nothing and are recorded beside the chains.
 */
export const handleCommand = async <Answer>(
  ports: CommandPorts,
  request: CommandRequest<Answer>,
): Promise<Result<Answer, CommandFailure>> => {
  const { caller, repeat } = request;
  const principal = principalOf(caller);
  const known = repeat && (await ports.unitOfWork.findIdempotencyRecord(principal, repeat.operation, repeat.key));
  if (known) return replay<Answer>(known, repeat);
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const decided = await request.attempt();
    if (!decided.ok) {
      await recordRefusal(ports.journal, request, decided.failure);
      return decided;
    }
    const { answer, ...writes } = decided.value;
    if (repeat === null && writes.transitions.length === 0 && !writes.outbox?.length && !writes.inserts?.length)
      return ok(answer);
    const outcome = await ports.unitOfWork.commit({
      actor: caller.actor,
      now: caller.now,
      requestId: caller.requestId,
      ...writes,
      checks: [...stampOf(caller), ...(writes.checks ?? [])],
      idempotency: repeat === null ? undefined : { principal, ...repeat, answer },
    });
    if (outcome.kind === 'COMMITTED') return ok(answer);
    if (outcome.kind === 'REPLAYED') return replay<Answer>(outcome.record, repeat);
  }
  return refuse({ code: 'CONFLICT' });
};

const recordRefusal = async (
  journal: Journal,
  request: CommandRequest<unknown>,
  failure: AttemptFailure,
): Promise<void> => {
  await journal.recordRefusal({
    at: request.caller.now,
    actorId: principalOf(request.caller),
    operation: request.operation,
    target: request.target,
    code: failure.code,
    requestId: request.caller.requestId,
  });
};
