import type { GateFault } from '../gate/gate-fault.ts';
import type { RuleResult, RunJob } from './job.ts';

/** The rows of one rule, written by a child that may have died since. */
export interface Part {
  readonly place: number;
  readonly ruleCode: string;
  readonly severity: string;
  readonly file: string;
}

/** One child's share of a run: rules are told by their place in the job. */
export interface RunShare {
  readonly job: RunJob;
  readonly pending: readonly number[];
  /** Written by earlier children of the same run. */
  readonly parts: readonly Part[];
  readonly findingsFile: string;
  /** When the time of the run is over, in milliseconds since 1970: the same for every child. */
  readonly until: number;
}

export type RunMessage =
  | { readonly type: 'started'; readonly place: number }
  | { readonly type: 'finished'; readonly place: number; readonly result: RuleResult }
  | { readonly type: 'gateFailed'; readonly told: GateFault }
  | { readonly type: 'sealed'; readonly recordsRead: number; readonly engineVersion: string };
