import type { Execution } from './execution/execution.ts';
import { hasEnded, lastEntry, statusOf, textOf } from './execution/history.ts';

/** An execution as the page of the runtime shows it. Dates are ISO texts of the local clock. */
export interface ExecutionSummary {
  readonly executionArn: string;
  readonly name: string;
  readonly machine: string;
  readonly status: string;
  /** The top-level state it is in, or was in at its end. */
  readonly state: string | undefined;
  readonly startDate: string;
  readonly stopDate: string | undefined;
  readonly error: string | undefined;
  readonly cause: string | undefined;
  readonly events: number;
  readonly openTokens: number;
}

export function summariseExecution(execution: Execution): ExecutionSummary {
  const { history } = execution;
  const end = hasEnded(execution) ? history.at(-1) : undefined;
  return {
    executionArn: execution.arn,
    name: execution.name,
    machine: execution.machineArn.split(':').at(-1) ?? execution.machineArn,
    status: statusOf(execution),
    state: textOf(lastEntry(execution)?.details['name']),
    startDate: new Date(history[0]?.at ?? 0).toISOString(),
    stopDate: end && new Date(end.at).toISOString(),
    error: textOf(end?.details['error']),
    cause: textOf(end?.details['cause']),
    events: history.length,
    openTokens: end ? 0 : Object.keys(execution.tokens).length,
  };
}
