import type { Instant } from '../../kernel/instant.ts';
import type { RunOutcome } from './commands.ts';
import type { RunProblemCode } from './problems.ts';
import type { QueuedRun } from './state.ts';

/** Reaction: a message to the run queue. */
export interface RunQueued {
  readonly type: 'RunQueued';
  readonly run: QueuedRun;
}
export interface RunStarted {
  readonly type: 'RunStarted';
  readonly at: Instant;
}
/** Reaction: the participant's step gets the outcome; the requester is told. */
export interface RunCompleted {
  readonly type: 'RunCompleted';
  readonly at: Instant;
  readonly outcome: RunOutcome;
  /** Fatal rows plus errored Fatal rules. */
  readonly blockers: number;
}
/** Reaction: the participant's step gets the problem; the requester is told. */
export interface RunFailed {
  readonly type: 'RunFailed';
  readonly at: Instant;
  readonly problemCode: RunProblemCode;
}
export interface RunCancelled {
  readonly type: 'RunCancelled';
  readonly at: Instant;
  readonly problemCode: RunProblemCode;
}
/** A worker was lost. Reaction: a message to the run queue again. */
export interface RunRequeued {
  readonly type: 'RunRequeued';
}
export interface RunSuperseded {
  readonly type: 'RunSuperseded';
  readonly at: Instant;
  readonly problemCode: RunProblemCode;
}

export type RunHappening =
  | RunQueued
  | RunStarted
  | RunCompleted
  | RunFailed
  | RunCancelled
  | RunRequeued
  | RunSuperseded;
