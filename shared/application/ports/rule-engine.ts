import type { RuleParameter } from '../../domain/rule-library/state.ts';
import type { DatasetDeclaration } from '../../engine/declaration.ts';
import type { Result } from '../../kernel/result.ts';
import type { LocalDataset } from './engine.ts';

/** What is known of a query that may run as a rule. */
export interface JudgedRule {
  readonly datasets: readonly string[];
  readonly previousDatasets: readonly string[];
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly warnings: readonly {
    readonly code: string;
    readonly detail: string;
    readonly facts: Readonly<Record<string, string>>;
  }[];
}

/** Why a text may not run as a rule, in words for its author; `position` is an offset into the text. */
export interface JudgedRefusal {
  readonly code: string;
  readonly detail: string;
  readonly position: number | null;
}

export interface JudgeSetting {
  readonly datasets: readonly DatasetDeclaration[];
  readonly parameters: readonly RuleParameter[];
}

/** A query to be tried on one participant's files. */
export interface RuleTrial {
  readonly workFolder: string;
  readonly datasets: readonly LocalDataset[];
  readonly schoolId: string | null;
  readonly reportingYear: number;
  readonly sql: string;
  readonly parameters: readonly RuleParameter[];
  readonly kind: 'FINDINGS' | 'LISTING';
}

export interface TrialOutcome {
  readonly outcome: 'PASSED' | 'FINDINGS' | 'LISTED' | 'ERRORED' | 'NOT_APPLICABLE';
  readonly count: number;
  /** The first rows, in the order of a report. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly milliseconds: number;
  readonly problem: string | null;
  readonly problemCode: string | null;
  readonly problemFacts: Readonly<Record<string, string>>;
}

/** Judges and tries queries that are hostile until proved otherwise: in a process of their own, bounded in time and memory. */
export interface RuleEngine {
  judge(sql: string, setting: JudgeSetting): Promise<Result<JudgedRule, JudgedRefusal>>;
  attempt(trial: RuleTrial): Promise<TrialOutcome>;
  /** The as-of date by which rules of this year count. */
  asOf(reportingYear: number): string;
}
