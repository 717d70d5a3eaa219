import type { LocalClock } from '../../runtime.ts';
import type { Machine } from '../definition/read-machine.ts';
import type { TaskResource } from '../definition/resource.ts';
import type { AbortRules } from './abort-rules.ts';
import { applyChange, type Execution, type ExecutionChange } from './execution.ts';
import { Stopped } from './flow-error.ts';
import { hasEnded, mostEvents } from './history.ts';
import type { TokenDesk } from './token-desk.ts';

/** Calls a service on behalf of a machine; throws a FlowError with the name AWS gives the failure. */
export type Integrate = (resource: TaskResource, input: unknown, machine: Machine) => Promise<unknown>;

/** What the walks of an execution need of the service. */
export interface FlowServices {
  readonly clock: LocalClock;
  readonly tokens: TokenDesk;
  readonly integrate: Integrate;
  readonly abortRules: AbortRules;
  /** Told after each change. */
  readonly onChange: (execution: Execution, change: ExecutionChange) => void;
}

/** An execution while it runs in this process. */
export interface FlowRun {
  readonly execution: Execution;
  readonly machine: Machine;
  readonly services: FlowServices;
  /** Aborted when the execution has ended, or when the service stops and the execution is to go on at the next start. */
  readonly stop: AbortController;
  /** How often each state was left, for the fault rules. */
  readonly exits: Map<string, number>;
}

type Details = Readonly<Record<string, unknown>>;

/** The place in the history a walk has reached. */
interface Position {
  readonly path: string;
  lastEventId: number;
}

/**
 * Appends to the history. Nothing is appended once the execution has ended or the service has stopped: a task that comes
 * back late leaves no trace. The 25,000th entry can only be the success; anything else fails the execution, as on AWS.
 */
export function record(run: FlowRun, position: Position, type: string, details: Details = {}): void {
  if (run.stop.signal.aborted) return;
  if (run.execution.history.length < mostEvents - 1) {
    position.lastEventId = append(run, position, type, details);
    return;
  }
  const cause = `The execution reached the maximum number of history events (${mostEvents}).`;
  endRun(run, 'ExecutionFailed', { error: 'States.Runtime', cause });
}

/** Ends the execution once and stops every walk of it; a second end changes nothing. */
export function endRun(run: FlowRun, type: string, details: Details): void {
  if (run.stop.signal.aborted || hasEnded(run.execution)) return;
  append(run, { path: '', lastEventId: run.execution.history.length }, type, details);
  run.stop.abort(new Stopped());
}

/** Changes the execution and tells of it; nothing changes any more once it has ended or the service has stopped. */
export function change(run: FlowRun, what: ExecutionChange): void {
  if (run.stop.signal.aborted) return;
  applyChange(run.execution, what);
  run.services.onChange(run.execution, what);
}

function append(run: FlowRun, position: Position, type: string, details: Details): number {
  const id = run.execution.history.length + 1;
  const at = run.services.clock.now().getTime();
  change(run, { event: { id, previousEventId: position.lastEventId, at, type, details, scope: position.path } });
  return id;
}
