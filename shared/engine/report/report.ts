import type { CauseCount } from '../findings/causes.ts';
import type { Findings } from '../findings/findings.ts';
import type { RuleResult } from '../run/job.ts';

export interface ReportHeader {
  /** As the run is called: `Student Tardiness DC 96.0.2`. */
  readonly title: string;
  readonly districtName: string;
  readonly schoolName: string | null;
  /** Which copy of the data was validated, in words. */
  readonly dataName: string;
  /** An instant in UTC; shown in the agency's zone. */
  readonly generatedAt: string;
  readonly timeZone: string;
}

/** A result of the run, and the words of the rule where they are at hand. */
export type RuleOfRun = Pick<
  RuleResult,
  'dataset' | 'ruleCode' | 'ruleName' | 'severity' | 'outcome' | 'count' | 'columns' | 'problem'
> & {
  readonly message?: string | undefined;
  readonly causeColumn?: string | null;
};

/** One rule as a report needs it: what the run says of it, and what its findings hold of it. */
export type ReportedRule = RuleOfRun & {
  /** Fewer than `count` where the rule found more rows than a run keeps: then the first ones. */
  readonly rowsKept: number;
  /** Its rows by what is behind them; none where the rule names no column for that. */
  readonly causes?: readonly CauseCount[] | undefined;
};

export interface Report {
  readonly header: ReportHeader;
  readonly results: readonly ReportedRule[];
}

/** A report in pieces, written as they come: no report is ever held whole. */
export type ReportWriter = (report: Report, findings: Pick<Findings, 'rowTexts'>) => AsyncIterable<string | Uint8Array>;
