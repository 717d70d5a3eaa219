import { setImmediate as eventsRecorded } from 'node:timers/promises';
import type { CompiledFlow } from '../definition/compile.ts';
import { FlowError } from './flow-error.ts';
import type { FlowRun } from './flow-run.ts';
import { interpret, type TaskHandler } from './interpreter.ts';
import { performMap, performParallel } from './nested.ts';
import { recordWalk } from './record-walk.ts';
import { performTask } from './task.ts';
import { assertNotStopped, type WalkScope } from './walk-scope.ts';

/**
 * Walks states to the end and gives the output; throws the failure of the walk, or Stopped. `entry` names a state to begin
 * with whose entry the history already holds.
 */
export async function walk(
  run: FlowRun,
  scope: WalkScope,
  flow: CompiledFlow,
  input: unknown,
  entry?: string,
): Promise<unknown> {
  assertNotStopped(scope);
  const first = entry ?? flow.interpreted.StartAt;
  if (!flow.states[first]) throw new FlowError('States.Runtime', `The machine has no state '${first}' any more`, true);
  const walking = interpret(
    { ...flow.interpreted, StartAt: first },
    input,
    scope.context,
    taskHandlers(run, scope, flow),
  );
  scope.signal.addEventListener('abort', walking.abort, { once: true });
  const [result, recorded] = await Promise.allSettled([
    walking.result,
    recordWalk(run, scope, flow, walking.events, entry !== undefined),
  ]);
  scope.signal.removeEventListener('abort', walking.abort);
  if (recorded.status === 'rejected') throw recorded.reason;
  assertNotStopped(scope);
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}

function taskHandlers(run: FlowRun, scope: WalkScope, flow: CompiledFlow): Record<string, TaskHandler> {
  const handlers = Object.entries(flow.states).flatMap(([name, state]): [string, TaskHandler][] => {
    const map = flow.maps.get(name);
    const branches = flow.parallels.get(name);
    if (map) return [[name, (input) => performMap({ run, scope, name, walk }, map, input)]];
    if (branches) return [[name, (input) => performParallel({ run, scope, name, walk }, branches, input)]];
    return state.Type === 'Task' ? [[name, (input) => performTask(run, scope, name, state, input)]] : [];
  });
  return Object.fromEntries(handlers.map(([name, perform]) => [name, afterEvents(scope, perform)]));
}

/**
 * The interpreter tells its events a few turns late. A fault rule that ends the execution when the state before this one
 * exits must have spoken before anything is called.
 */
function afterEvents(scope: WalkScope, perform: TaskHandler): TaskHandler {
  return async (input) => {
    await eventsRecorded();
    assertNotStopped(scope);
    return perform(input);
  };
}
