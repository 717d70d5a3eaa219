import type { Machine } from '../definition/read-machine.ts';
import type { Execution } from './execution.ts';
import { describeFailure, MachineTimeout, Stopped } from './flow-error.ts';
import { change, endRun, type FlowRun, type FlowServices, record } from './flow-run.ts';
import { inputOf, lastEntry } from './history.ts';
import { assertWithinLimit, encode } from './payload.ts';
import { walk } from './walk.ts';
import { createScope, type WalkScope } from './walk-scope.ts';

export interface RunningExecution {
  /** Settles when the execution has ended or was suspended; never rejects. */
  readonly done: Promise<void>;
  /** Ends it as ABORTED; late calls change nothing. */
  stop(error: string | undefined, cause: string | undefined): void;
  /** Leaves it RUNNING in the history, to be resumed by another process. */
  suspend(): void;
}

/** Runs an execution that holds nothing but its start: `input` is JSON text. */
export function startExecution(
  execution: Execution,
  machine: Machine,
  input: string,
  services: FlowServices,
): RunningExecution {
  const run = createRun(execution, machine, services);
  record(run, { path: '', lastEventId: 0 }, 'ExecutionStarted', { input, roleArn: machine.roleArn });
  return supervise(run, walk(run, rootScope(run, 0), machine.flow, JSON.parse(input)));
}

/**
 * Goes on after a restart at the last top-level state, from the start of that state: what the state had done is forgotten
 * (its tasks are called again, its retries counted anew), but a task that had handed out its token waits for that token
 * without being called.
 */
export function resumeExecution(execution: Execution, machine: Machine, services: FlowServices): RunningExecution {
  const run = createRun(execution, machine, services);
  holdTokens(run);
  const entry = lastEntry(execution);
  change(run, { cut: entry?.id ?? 1 });
  const scope = rootScope(run, entry?.id ?? 0);
  if (!entry) return supervise(run, walk(run, scope, machine.flow, JSON.parse(inputOf(execution))));
  const { name, input } = entry.details;
  return supervise(run, walk(run, scope, machine.flow, JSON.parse(String(input)), String(name)));
}

/** Takes answers from the start, before the walk has come to the tasks that wait for them. */
function holdTokens({ execution, services, stop }: FlowRun): void {
  const held = Object.values(execution.tokens);
  for (const token of held) void services.tokens.open(token);
  stop.signal.addEventListener('abort', () => held.forEach((token) => services.tokens.close(token)), { once: true });
}

function createRun(execution: Execution, machine: Machine, services: FlowServices): FlowRun {
  return { execution, machine, services, stop: new AbortController(), exits: new Map() };
}

function rootScope(run: FlowRun, lastEventId: number): WalkScope {
  const { execution, machine } = run;
  const Input: unknown = JSON.parse(inputOf(execution));
  const Run = {
    Id: execution.arn,
    Input,
    Name: execution.name,
    RoleArn: machine.roleArn,
    StartTime: new Date(execution.history[0]?.at ?? 0).toISOString(),
    RedriveCount: 0,
  };
  const context = { Run, StateMachine: { Id: machine.arn, Name: machine.name } };
  return createScope({ path: '', context, signal: run.stop.signal, lastEventId, executionArn: execution.arn });
}

function supervise(run: FlowRun, walking: Promise<unknown>): RunningExecution {
  const succeed = (output: unknown) => {
    const text = encode(output);
    assertWithinLimit(text, 'output of the execution');
    endRun(run, 'ExecutionSucceeded', { output: text });
  };
  // An uncaught time-out of a task is a plain failure; TIMED_OUT is the machine's own.
  const fail = (failure: unknown) =>
    endRun(run, failure instanceof MachineTimeout ? 'ExecutionTimedOut' : 'ExecutionFailed', describeFailure(failure));
  return {
    done: walking.then(succeed).catch(fail),
    stop: (error, cause) => endRun(run, 'ExecutionAborted', { error, cause }),
    suspend: () => run.stop.abort(new Stopped()),
  };
}
