import type { RunProblemCode } from './problems.ts';
import type { QueuedRun, RuleResult, StoredObject } from './state.ts';

export interface QueueRun {
  readonly type: 'queueRun';
  readonly run: Omit<QueuedRun, 'status' | 'queuedAt' | 'requeues'>;
}

/** What a finished engine process hands over. */
export interface RunOutcome {
  readonly results: readonly RuleResult[];
  readonly findings: StoredObject;
  readonly recordsRead: number;
  readonly engineVersion: string;
}

/** Everything but `cancelRun` is said by workers, the sweeper and the queue's backstop. */
export type RunCommand =
  | { readonly type: 'startRun' }
  | { readonly type: 'completeRun'; readonly outcome: RunOutcome }
  | { readonly type: 'failRun'; readonly problemCode: RunProblemCode }
  | { readonly type: 'cancelRun' }
  | { readonly type: 'requeueRun' }
  | { readonly type: 'supersedeRun' };
