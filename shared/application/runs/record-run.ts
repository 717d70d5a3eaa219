import type { ParticipantCommand } from '../../domain/participant/commands.ts';
import { awaitsRun } from '../../domain/participant/decide-records.ts';
import type { RunCommand } from '../../domain/validation-run/commands.ts';
import type { ValidationRun } from '../../domain/validation-run/state.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import { ok } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import { noEffects } from '../effects.ts';
import { mustCommit } from '../flows/must-commit.ts';
import { handleCommand } from '../handle-command.ts';
import type { OutboxMessage } from '../outbox.ts';
import { actOnParticipant } from '../participants/act.ts';
import type { Ports } from '../ports/ports.ts';
import { openFence } from './open-fence.ts';
import { runTransition } from './transition.ts';

/** How a step of a run reads on its participant, and on its own record. */
export interface RunRecord {
  /** Null for a run of the state's own, which no participant waits for. */
  readonly participant: Extract<ParticipantCommand, { readonly type: 'recordRunStarted' | 'recordRunEnded' }> | null;
  readonly run: RunCommand;
}

/** Whoever asked for it learns how it ended. `about` is null for a run of the state's own: the participant is not his. */
const requesterTold = (
  caller: Caller,
  run: ValidationRun,
  command: RunCommand,
  about: OrganizationId | null,
): readonly OutboxMessage[] => {
  const { id, title, requestedBy, certificationEventId } = run;
  if (requestedBy === null || (command.type !== 'completeRun' && command.type !== 'failRun')) return [];
  const kind = command.type === 'failRun' ? 'RUN_FAILED' : 'RUN_FINISHED';
  return [
    {
      type: 'NOTIFY',
      notification: {
        kind,
        certificationEventId,
        organizationId: about,
        audience: { kind: 'USER', userId: requestedBy },
        dedupe: `${kind}.${id}`,
        postedAt: caller.now,
        facts: { title, runId: id, ...(command.type === 'failRun' ? { problem: command.problemCode } : {}) },
      },
    },
  ];
};

const endsWithoutResult: readonly RunCommand['type'][] = ['cancelRun', 'failRun', 'supersedeRun'];

/**
 * Records a step of a run on its record alone, where the participant has nothing to learn from it. After the close of its
 * certification event nothing goes on: the run is cancelled instead.
 */
export const recordOnRunAlone = async (
  ports: Ports,
  caller: Caller,
  run: ValidationRun,
  command: RunCommand,
  told: readonly OutboxMessage[] = [],
): Promise<void> => {
  mustCommit(
    await handleCommand(ports, {
      caller,
      repeat: null,
      operation: command.type,
      target: run.id,
      attempt: async () => {
        if (endsWithoutResult.includes(command.type)) {
          const transitions = await runTransition(ports.store, caller, run.id, command);
          return ok({ transitions, outbox: transitions.length === 0 ? [] : told, answer: null });
        }
        const fence = await openFence(ports.store, run);
        const possible: RunCommand = fence === null ? { type: 'cancelRun' } : command;
        const transitions = await runTransition(ports.store, caller, run.id, possible);
        const outbox = fence === null || transitions.length === 0 ? [] : told;
        return ok({ transitions, outbox, answer: null, ...(fence && { fence }) });
      },
    }),
  );
};

/**
 * Records a step of a run on its record and, unless it is the state's own, on its participant in one transaction. Where
 * the participant no longer waits for this run, or its certification event is closed, only the record changes, and says
 * that it counts for nothing.
 */
export const recordRun = async (ports: Ports, caller: Caller, run: ValidationRun, record: RunRecord): Promise<void> => {
  const { certificationEventId, organizationId } = run;
  const { participant } = record;
  if (participant === null)
    return recordOnRunAlone(ports, caller, run, record.run, requesterTold(caller, run, record.run, null));
  const outcome = await actOnParticipant(ports, record.run.type, {
    key: { certificationEventId, organizationId },
    caller,
    repeat: null,
    command: async () => participant,
    also: async (scene) => {
      // Not by what happens now: of a run that came back from a lost worker the participant has nothing new to learn.
      const context = { ...caller, certificationEvent: scene.certificationEvent.state };
      const isAwaited = awaitsRun(scene.participant.state, participant, context);
      const command: RunCommand = isAwaited ? record.run : { type: 'supersedeRun' };
      const transitions = await runTransition(ports.store, caller, run.id, command);
      if (transitions.length === 0) return noEffects;
      return { transitions, inserts: [], outbox: requesterTold(caller, run, command, organizationId) };
    },
    answer: () => null,
  });
  if (!outcome.ok && outcome.failure.code !== 'CONFLICT')
    return recordOnRunAlone(ports, caller, run, { type: 'cancelRun' });
  mustCommit(outcome);
};
