import type { Operation } from '../../domain/access/policy.ts';
import { type Refusal, refusal } from '../../domain/refusal.ts';
import type { CertificationEvent } from '../../domain/certification-event/state.ts';
import type { CertificationEventId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller, RepeatKey } from '../caller.ts';
import { type AttemptFailure, type CommandFailure, handleCommand, type Plan } from '../handle-command.ts';
import type { OutboxMessage } from '../outbox.ts';
import type { Ports } from '../ports/ports.ts';
import { denied } from '../queries/denied.ts';

export interface ManyRequest<Sent> {
  readonly id: CertificationEventId;
  readonly sent: Sent;
  readonly caller: Caller;
  readonly repeat: RepeatKey | null;
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
