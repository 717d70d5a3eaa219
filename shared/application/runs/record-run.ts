import type { ParticipantCommand } from '../../domain/participant/commands.ts';
import type { RunCommand } from '../../domain/validation-run/commands.ts';
import type { ValidationRun } from '../../domain/validation-run/state.ts';
import { ok } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import { noEffects } from '../effects.ts';
import { mustCommit } from '../flows/must-commit.ts';
import { handleCommand } from '../handle-command.ts';
import type { OutboxMessage } from '../outbox.ts';
import { actOnParticipant } from '../participants/act.ts';
import { notification } from '../participants/notify.ts';
import type { Scene } from '../participants/scene.ts';
import type { Ports } from '../ports/ports.ts';
import { runTransition } from './transition.ts';

/** How a step of a run reads on its participant, and on its own record. */
export interface RunRecord {
  readonly participant: ParticipantCommand;
  readonly run: RunCommand;
  readonly tellRequester: boolean;
}

const finished = (scene: Scene, run: ValidationRun): readonly OutboxMessage[] =>
  run.requestedBy === null
    ? []
    : [
        notification(
          scene,
          'RUN_FINISHED',
          { kind: 'USER', userId: run.requestedBy },
          { about: run.id, facts: { title: run.title, runId: run.id } },
        ),
      ];

/** Records a step of a run on its record alone, where the participant has nothing to learn from it. */
export const recordOnRunAlone = async (
  ports: Ports,
  caller: Caller,
  run: ValidationRun,
  command: RunCommand,
): Promise<void> => {
  mustCommit(
    await handleCommand(ports, {
      caller,
      repeat: null,
      operation: command.type,
      target: run.id,
      attempt: async () => ok({ transitions: await runTransition(ports.store, caller, run.id, command), answer: null }),
    }),
  );
};

/**
 * Records a step of a run on its record and on its participant in one transaction. Where the participant no longer waits
 * for this run, or its certification event is closed, only the record changes, and says that it counts for nothing.
 */
export const recordRun = async (ports: Ports, caller: Caller, run: ValidationRun, record: RunRecord): Promise<void> => {
  const { certificationEventId, organizationId } = run;
  const outcome = await actOnParticipant(ports, record.run.type, {
    key: { certificationEventId, organizationId },
    caller,
    repeat: null,
    command: async () => record.participant,
    also: async (scene, happenings) => {
      const command: RunCommand = happenings.length > 0 ? record.run : { type: 'supersedeRun' };
      const transitions = await runTransition(ports.store, caller, run.id, command);
      if (transitions.length === 0) return noEffects;
      return { transitions, inserts: [], outbox: record.tellRequester ? finished(scene, run) : [] };
    },
    answer: () => null,
  });
  if (!outcome.ok && outcome.failure.code !== 'CONFLICT')
    return recordOnRunAlone(ports, caller, run, { type: 'cancelRun' });
  mustCommit(outcome);
};
