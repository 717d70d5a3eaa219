import type { Operation } from '../../domain/access/policy.ts';
import { personOf } from '../../domain/actor.ts';
import { type Refusal, refusal } from '../../domain/refusal.ts';
import type { CertificationEvent } from '../../domain/certification-event/state.ts';
import type { CertificationEventId, OrganizationId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { type Caller, type RepeatKey, unstamped } from '../caller.ts';
import { type AttemptFailure, type CommandFailure, handleCommand, type Plan } from '../handle-command.ts';
import type { OutboxMessage } from '../outbox.ts';
import type { Ports } from '../ports/ports.ts';
import type { Store } from '../ports/store.ts';
import { denied } from '../queries/denied.ts';

export interface ManyRequest<Sent> {
  readonly id: CertificationEventId;
  readonly sent: Sent;
  readonly caller: Caller;
  readonly repeat: RepeatKey | null;
}

export interface RowFailure {
  readonly organizationId: OrganizationId;
  readonly failure: CommandFailure;
}

export interface RowResult {
  readonly organizationId: OrganizationId;
  readonly outcome: 'APPLIED' | 'REFUSED';
  readonly code: CommandFailure['code'] | null;
}

type Claim<Answer> = Result<{ readonly answer: Answer; readonly outbox?: OutboxMessage[] }, Refusal>;

/**
 * The request as a whole: whether this person may do it at all, and that its key stands for this body. Recorded before its
 * rows, each of which has a record of its own.
 */
export const claimRequest = <Answer>(
  ports: Ports,
  operation: Operation,
  { id, caller, repeat }: ManyRequest<unknown>,
  then: (state: CertificationEvent) => Claim<Answer> | Promise<Claim<Answer>>,
): Promise<Result<Answer, CommandFailure>> =>
  handleCommand(ports, {
    caller,
    repeat,
    operation,
    target: id,
    attempt: async (): Promise<Result<Plan<Answer>, AttemptFailure>> => {
      const read = await ports.store.load('certificationEvent', id);
      if (read === undefined) return refuse(refusal('NOT_FOUND'));
      const refused = denied(caller, operation, { kind: 'CERTIFICATION_EVENT', certificationEvent: read.state });
      if (refused !== null) return refuse(refused);
      const decided = await then(read.state);
      return decided.ok ? ok({ transitions: [], ...decided.value }) : decided;
    },
  });

/** A repeat of the whole request finds each row's own answer again. */
export const rowKey = (repeat: RepeatKey | null, organizationId: OrganizationId): RepeatKey | null =>
  repeat && { ...repeat, key: `${repeat.key}#${organizationId}` };

// Rows of one certification event share its fence: a few at a time keep out of each other's way.
const atOnce = 8;

/** The caller with his rights as they are now: a long request outlives what he had when it began. */
const afresh = async (store: Store, caller: Caller): Promise<Caller> => {
  const read = await store.load('user', personOf(caller.actor).id);
  if (read === undefined) throw new Error('whoever asks is gone');
  return { ...unstamped(caller), actor: { kind: 'PERSON', user: read.state } };
};

/** Each row on its own, in the order of the request, by whom its asker is when its turn comes. */
export const eachRow = async (
  { store }: Pick<Ports, 'store'>,
  caller: Caller,
  organizationIds: readonly OrganizationId[],
  act: (organizationId: OrganizationId, row: Caller) => Promise<Result<unknown, CommandFailure>>,
): Promise<{ readonly results: readonly RowResult[]; readonly failures: readonly RowFailure[] }> => {
  const results: RowResult[] = [];
  const failures: RowFailure[] = [];
  for (let start = 0; start < organizationIds.length; start += atOnce) {
    const rows = organizationIds.slice(start, start + atOnce);
    const now = await afresh(store, caller);
    const outcomes = await Promise.all(
      rows.map(async (organizationId) => ({ organizationId, row: await act(organizationId, now) })),
    );
    for (const { organizationId, row } of outcomes) {
      results.push({ organizationId, outcome: row.ok ? 'APPLIED' : 'REFUSED', code: row.ok ? null : row.failure.code });
      if (!row.ok) failures.push({ organizationId, failure: row.failure });
    }
  }
  return { results, failures };
};
