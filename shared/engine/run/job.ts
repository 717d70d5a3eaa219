import type { DatasetDeclaration } from '../declaration.ts';
import type { RuleParameter } from '../gate/rule-parameters.ts';
import type { EngineLimits } from '../sandbox/instance.ts';

/** A dataset as a run sees it: its declaration and its Parquet files on this machine, or null when none was ever delivered. */
export interface DeliveredDataset {
  readonly declaration: DatasetDeclaration;
  readonly files: readonly string[] | null;
}

/** The one row of the view `certification`. Dates as YYYY-MM-DD. */
export interface RunParameters {
  readonly reporting_year: number;
  readonly as_of: string;
  readonly school_year_start: string;
  readonly school_year_end: string;
}

export type Severity = 'FATAL' | 'SPECIAL_WARNING' | 'WARNING' | 'INFO';

export interface RunRule {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  /** FINDINGS: its rows are problems. LISTING: its rows are for review. */
  readonly kind: 'FINDINGS' | 'LISTING';
  readonly sql: string;
  /** What `$name` stands for in the text. */
  readonly parameters?: readonly RuleParameter[];
  /** The first is the one it is reported under; which ones it reads is seen from its text. */
  readonly datasets: readonly string[];
  /** Where one of these was never delivered the rule is ERRORED instead of NOT_APPLICABLE. */
  readonly requiredDatasets?: readonly string[];
  readonly message: string;
  /** The column of its rows that says what is behind each of them. */
  readonly causeColumn?: string | null;
  readonly order: number;
}

export interface RunLimits extends EngineLimits {
  readonly secondsPerRule: number;
  /** For all rules together, in however many processes. */
  readonly secondsPerRun: number;
  /** Rows kept for reports and screens; the count is exact beyond it. */
  readonly rowsPerRule: number;
}

export interface RunJob {
  /** A folder of this run's own; the findings file lies in it afterwards. */
  readonly workFolder: string;
  readonly datasets: readonly DeliveredDataset[];
  /** The snapshot that was certified in an earlier year, as `previous.<dataset>`; absent where there is none. */
  readonly previous?: readonly DeliveredDataset[] | null;
  /** Restricts every dataset to the rows of one school. */
  readonly schoolId: string | null;
  readonly parameters: RunParameters;
  readonly rules: readonly RunRule[];
  readonly limits: RunLimits;
}

export const outcomes = ['PASSED', 'FINDINGS', 'LISTED', 'ERRORED', 'NOT_APPLICABLE'] as const;

export interface RuleResult {
  readonly dataset: string;
  readonly ruleCode: string;
  readonly ruleName: string;
  /** What the rule says about each of its rows. */
  readonly message: string;
  readonly severity: Severity;
  readonly kind: 'FINDINGS' | 'LISTING';
  readonly outcome: (typeof outcomes)[number];
  readonly count: number;
  readonly columns: readonly string[];
  /** One of the columns, by which the rows are counted; null where the rule names none. */
  readonly causeColumn: string | null;
  readonly milliseconds: number;
  /** For a person; never a value of a row. Null unless ERRORED or NOT_APPLICABLE. */
  readonly problem: string | null;
  /** A code of the gate (RULE_...) or one of problem.ts, and what else `problem` says. */
  readonly problemCode: string | null;
  readonly problemFacts: Readonly<Record<string, string>>;
}
