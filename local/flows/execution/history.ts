import type { Execution, HistoryRecord } from './execution.ts';

/** 25,000 entries a history; the last one can only be the end of the execution. */
export const mostEvents = 25_000;

const endings: Readonly<Record<string, string>> = {
  ExecutionSucceeded: 'SUCCEEDED',
  ExecutionFailed: 'FAILED',
  ExecutionAborted: 'ABORTED',
  ExecutionTimedOut: 'TIMED_OUT',
};

/** RUNNING, SUCCEEDED, FAILED, ABORTED or TIMED_OUT. */
export function statusOf(execution: Execution): string {
  return endings[execution.history.at(-1)?.type ?? ''] ?? 'RUNNING';
}

export function hasEnded(execution: Execution): boolean {
  return statusOf(execution) !== 'RUNNING';
}

/** JSON text the execution was started with. */
export function inputOf(execution: Execution): string {
  return textOf(execution.history[0]?.details['input']) ?? '{}';
}

/** The entry into the top-level state the execution is in, or was in when it ended. */
export function lastEntry(execution: Execution): HistoryRecord | undefined {
  return execution.history.findLast((record) => record.scope === '' && record.type.endsWith('StateEntered'));
}

/** Details are of any type; the payloads among them are texts. */
export function textOf(detail: unknown): string | undefined {
  return typeof detail === 'string' ? detail : undefined;
}
