import type { Participant, ValidationStep } from '../../domain/participant/state.ts';
import { decideRetry } from '../../domain/validation-run/decide.ts';
import type { ValidationRun } from '../../domain/validation-run/state.ts';
import { runId } from '../../kernel/ids.ts';
import type { Result } from '../../kernel/result.ts';
import { type AttemptFailure, type CommandFailure, handleCommand, type Plan } from '../handle-command.ts';
import { decideOn } from '../participants/act.ts';
import { hasGroups } from '../participants/linked-groups.ts';
import type { Ports } from '../ports/ports.ts';
import type { Store } from '../ports/store.ts';
import { runToChange } from './run-to-change.ts';
import { queuedRunView, type RunView } from '../views/run-view.ts';
import type { RunRequest } from './cancel.ts';
import { arePinnable, currentPins, type DataPins } from './data-pins.ts';
import { laneOfStep } from './queue-run.ts';
import { retryOnLane } from './run-on-lane.ts';

/** The rows that the failed run was to read, while it is still the newest of its step and they may be; else those that are there now. */
const pinsFor = async (
  store: Store,
  participant: Participant,
  run: ValidationRun,
  step: ValidationStep,
): Promise<DataPins> =>
  participant.steps[step]?.runId === run.id &&
  run.lane !== 'SNAPSHOT' &&
  (await arePinnable(store, run.districtId, run.dataVersions))
    ? { versions: run.dataVersions, hash: run.dataHash, size: run.size }
    : currentPins(store, participant, laneOfStep[step]);

const attempt = async (
  ports: Ports,
  { id, caller, repeat }: RunRequest,
): Promise<Result<Plan<RunView>, AttemptFailure>> => {
  const scene = await runToChange(ports.store, caller, 'retryRun', id);
  if (!scene.ok) return scene;
  const run = scene.value.run.state;
  const decided = decideRetry(run);
  if (!decided.ok) return decided;
  const { step, format } = run;
  if (step === null) return retryOnLane(ports, scene.value);
  const pins = await pinsFor(ports.store, scene.value.participant.state, run, step);
  return decideOn(
    ports,
    {
      key: run,
      caller,
      repeat,
      details: { format, retryOf: id, pins },
      command: async (present) => ({
        type: 'runStep',
        step,
        runId: runId(ports.ids.next('run')),
        dataHash: pins.hash,
        hasGroups: await hasGroups(ports.store, present),
      }),
      answer: (_, after, written) => queuedRunView(ports.store, caller, { after, written, step }),
    },
    'retryRun',
  );
};

/** Runs a failed or cancelled run again, as a new run that names it. */
export const retryRun = (ports: Ports, request: RunRequest): Promise<Result<RunView, CommandFailure>> =>
  handleCommand(ports, {
    caller: request.caller,
    repeat: request.repeat,
    operation: 'retryRun',
    target: request.id,
    attempt: () => attempt(ports, request),
  });
