import type { CertificationEventCommand } from '../../domain/certification-event/commands.ts';
import { decideCertificationEvent } from '../../domain/certification-event/decide.ts';
import { evolveCertificationEvent } from '../../domain/certification-event/evolve.ts';
import type { CertificationEvent } from '../../domain/certification-event/state.ts';
import { refusal } from '../../domain/refusal.ts';
import type { CertificationEventId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import { evolveAll } from '../evolve-all.ts';
import { type CommandFailure, handleCommand } from '../handle-command.ts';
import type { Ports } from '../ports/ports.ts';
import { reactToCertificationEvent } from './react.ts';

/** A step the system itself takes on a certification event: a flow's report, the sweeper's second try, the retention rule, the compaction. */
export const certificationEventStep = (
  ports: Ports,
  caller: Caller,
  id: CertificationEventId,
  command: Extract<
    CertificationEventCommand,
    {
      readonly type:
        | 'failPublication'
        | 'resumePublication'
        | 'beginDeletion'
        | 'finishDeletion'
        | 'recordCompaction'
        | 'finishCompaction';
    }
  >,
): Promise<Result<CertificationEvent, CommandFailure>> =>
  handleCommand(ports, {
    caller,
    repeat: null,
    operation: command.type,
    target: id,
    attempt: async () => {
      const before = await ports.store.load('certificationEvent', id);
      if (before === undefined) return refuse(refusal('NOT_FOUND'));
      const decided = decideCertificationEvent(before.state, command, caller);
      if (!decided.ok) return decided;
      const after = evolveAll(evolveCertificationEvent, before.state, decided.value);
      if (decided.value.length === 0) return ok({ transitions: [], answer: after });
      const reactions = await reactToCertificationEvent(ports.store, caller, after, decided.value);
      return ok({
        ...reactions,
        transitions: [
          { entity: 'certificationEvent', key: id, before, after, command: command.type },
          ...reactions.transitions,
        ],
        answer: after,
      });
    },
  });
