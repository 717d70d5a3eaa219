import type { CompiledFlow } from '../definition/compile.ts';
import { describeFailure } from './flow-error.ts';
import { endRun, type FlowRun, record } from './flow-run.ts';
import type { WalkEvent } from './interpreter.ts';
import { assertWithinLimit, encode } from './payload.ts';
import type { WalkScope } from './walk-scope.ts';

/** Writes what the interpreter tells of its states into the history, and ends the execution where a limit or a rule says so. */
export async function recordWalk(
  run: FlowRun,
  scope: WalkScope,
  flow: CompiledFlow,
  events: AsyncIterable<WalkEvent>,
  entered: boolean,
): Promise<void> {
  let skipEntry = entered;
  for await (const { type, state } of events) {
    const kind = flow.states[state.name]?.Type ?? 'Task';
    if (type === 'StateEntered') {
      if (!skipEntry) record(run, scope, `${kind}StateEntered`, { name: state.name, input: encode(state.input) });
      skipEntry = false;
    }
    if (type === 'StateFailed' && state.error === 'States.Timeout') giveUpAttempt(run, scope);
    if (type === 'StateExited') recordExit(run, scope, kind, state);
  }
}

function recordExit(run: FlowRun, scope: WalkScope, kind: string, state: WalkEvent['state']): void {
  const output = encode(state.output);
  record(run, scope, `${kind}StateExited`, { name: state.name, output });
  try {
    assertWithinLimit(output, `output of the state/task '${state.name}'`);
  } catch (failure) {
    endRun(run, 'ExecutionFailed', describeFailure(failure));
  }
  const exits = (run.exits.get(state.name) ?? 0) + 1;
  run.exits.set(state.name, exits);
  if (run.services.abortRules.hit(run.machine, state.name, exits)) {
    endRun(run, 'ExecutionAborted', { error: 'Fault', cause: `A rule ends the execution after ${state.name}` });
  }
}

/** The state's time is up while its attempt is still under way: its token is worth nothing from here on. */
function giveUpAttempt(run: FlowRun, scope: WalkScope): void {
  if (!scope.attempt) return;
  const { events, giveUp } = scope.attempt;
  record(run, scope, events.timedOut, { ...events.details, error: 'States.Timeout' });
  giveUp.abort();
}
