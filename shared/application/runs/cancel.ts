import { decideRun } from '../../domain/validation-run/decide.ts';
import { runProblems } from '../../domain/validation-run/problems.ts';
import type { ValidationRun } from '../../domain/validation-run/state.ts';
import type { RunId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Caller, RepeatKey } from '../caller.ts';
import { effects } from '../effects.ts';
import { type AttemptFailure, type CommandFailure, handleCommand, type Plan } from '../handle-command.ts';
import { decideOn } from '../participants/act.ts';
import type { Ports } from '../ports/ports.ts';
import { type RunView, runViewAfter } from '../views/run-view.ts';
import { runToChange } from './run-to-change.ts';
import { runTransition } from './transition.ts';

export interface RunRequest {
  readonly id: RunId;
  readonly caller: Caller;
  readonly repeat: RepeatKey | null;
}

const alone = async (ports: Ports, caller: Caller, run: ValidationRun): Promise<Plan<RunView>> => {
  const transitions = await runTransition(ports.store, caller, run.id, { type: 'cancelRun' });
  return { transitions, answer: await runViewAfter(ports.store, caller, run.id, transitions) };
};

const attempt = async (
  ports: Ports,
  { id, caller, repeat }: RunRequest,
): Promise<Result<Plan<RunView>, AttemptFailure>> => {
  const scene = await runToChange(ports.store, caller, 'cancelRun', id);
  if (!scene.ok) return scene;
  const run = scene.value.run.state;
  const decided = decideRun(run, { type: 'cancelRun' }, caller);
  if (!decided.ok) return decided;
  const { step, round } = run;
  if (step === null) return ok(await alone(ports, caller, run));
  return decideOn(
    ports,
    {
      key: run,
      caller,
      repeat,
      command: async () => ({
        type: 'recordRunEnded',
        runId: id,
        step,
        round,
        outcome: 'CANCELLED',
        blockers: null,
        problem: runProblems.RUN_CANCELLED,
      }),
      also: async () => effects({ transitions: await runTransition(ports.store, caller, id, { type: 'cancelRun' }) }),
      answer: (_, _after, written) => runViewAfter(ports.store, caller, id, written),
    },
    'cancelRun',
  );
};

/** Ends a run that has not finished, on its record and on its participant at once. Its worker finds nothing left to do. */
export const cancelRun = (ports: Ports, request: RunRequest): Promise<Result<RunView, CommandFailure>> =>
  handleCommand(ports, {
    caller: request.caller,
    repeat: request.repeat,
    operation: 'cancelRun',
    target: request.id,
    attempt: () => attempt(ports, request),
  });
