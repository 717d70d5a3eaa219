import { access } from '../../domain/access/access.ts';
import type { CertificationEventCommand } from '../../domain/certification-event/commands.ts';
import type { Operation } from '../../domain/access/policy.ts';
import { decideCertificationEvent } from '../../domain/certification-event/decide.ts';
import { evolveCertificationEvent } from '../../domain/certification-event/evolve.ts';
import type { CertificationEventHappening } from '../../domain/certification-event/happenings.ts';
import { publishedOf } from '../../domain/certification-event/lifecycle.ts';
import type { CertificationEvent } from '../../domain/certification-event/state.ts';
import { refusal } from '../../domain/refusal.ts';
import type { CertificationEventId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller, RepeatKey } from '../caller.ts';
import { evolveAll } from '../evolve-all.ts';
import { type AttemptFailure, type CommandFailure, handleCommand, type Plan } from '../handle-command.ts';
import type { Ports } from '../ports/ports.ts';
import type { FenceChange } from '../ports/unit-of-work.ts';
import { type AnswerOf, bodiesIn } from './answer.ts';
import { reactToCertificationEvent } from './react.ts';

type Command = Exclude<CertificationEventCommand, { readonly type: 'copyCertificationEvent' }>;

/** A command on one certification event by a person. */
export interface CertificationEventAct<Answer> {
  readonly id: CertificationEventId;
  readonly caller: Caller;
  readonly repeat: RepeatKey | null;
  /** The version the editor loaded; null to change whatever is there. */
  readonly expectedVersion: number | null;
  readonly reason?: string;
  readonly command: (before: CertificationEvent) => Promise<Command>;
  readonly answer: AnswerOf<Answer>;
}

// Closing shuts the fence: whatever reads it afterwards is refused in its own transaction.
const fenceOf = (
  after: CertificationEvent,
  happenings: readonly CertificationEventHappening[],
): FenceChange | undefined => {
  const published = publishedOf(after);
  const closes = happenings.some((happening) => happening.type === 'CertificationEventClosed');
  return closes && published !== null
    ? { certificationEventId: after.id, status: 'CLOSED', revision: published.revision }
    : undefined;
};

const attempt = async <Answer>(
  ports: Ports,
  operation: Operation,
  act: CertificationEventAct<Answer>,
): Promise<Result<Plan<Answer>, AttemptFailure>> => {
  const before = await ports.store.load('certificationEvent', act.id);
  if (before === undefined) return refuse(refusal('NOT_FOUND'));
  const allowed = access(act.caller.actor, operation, {
    kind: 'CERTIFICATION_EVENT',
    certificationEvent: before.state,
  });
  if (allowed !== 'ALLOWED') return refuse(refusal(allowed));
  if (act.expectedVersion !== null && act.expectedVersion !== before.version) return refuse({ code: 'IF_MATCH_STALE' });
  const command = await act.command(before.state);
  const decided = decideCertificationEvent(before.state, command, act.caller);
  if (!decided.ok) return decided;
  const after = evolveAll(evolveCertificationEvent, before.state, decided.value);
  const reactions = await reactToCertificationEvent(ports.store, act.caller, after, decided.value);
  const version = before.version + (decided.value.length === 0 ? 0 : 1);
  return ok({
    transitions: [
      ...(decided.value.length === 0
        ? []
        : [
            {
              entity: 'certificationEvent' as const,
              key: act.id,
              before,
              after,
              command: command.type,
              reason: act.reason,
            },
          ]),
      ...reactions.transitions,
    ],
    inserts: reactions.inserts,
    outbox: reactions.outbox,
    fenceChange: fenceOf(after, decided.value),
    answer: await act.answer({ state: after, version, auditHash: before.auditHash }, bodiesIn(reactions.inserts)),
  });
};

/** Rights, version, decision, one transaction. */
export const actOnCertificationEvent = <Answer>(
  ports: Ports,
  operation: Operation,
  act: CertificationEventAct<Answer>,
): Promise<Result<Answer, CommandFailure>> =>
  handleCommand(ports, {
    caller: act.caller,
    repeat: act.repeat,
    operation,
    target: act.id,
    attempt: () => attempt(ports, operation, act),
  });
