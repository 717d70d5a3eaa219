import type { DatasetDeclaration } from '../../engine/declaration.ts';
import type { RuleVersion } from '../../domain/rule-library/state.ts';
import type { ReportFormat, RuleResult } from '../../domain/validation-run/state.ts';
import type { Instant } from '../../kernel/instant.ts';

/** A dataset with its Parquet files on this machine; null when none was ever delivered. */
export interface LocalDataset {
  readonly declaration: DatasetDeclaration;
  readonly files: readonly string[] | null;
}

export interface EngineJob {
  readonly workFolder: string;
  readonly datasets: readonly LocalDataset[];
  /** What this participant certified in an earlier year; null where that is nothing. */
  readonly previous: readonly LocalDataset[] | null;
  /** Restricts everything to one school's rows. */
  readonly schoolId: string | null;
  readonly reportingYear: number;
  readonly rules: readonly RuleVersion[];
  readonly requiredDatasets: readonly string[];
}

export interface EngineOutcome {
  readonly results: readonly RuleResult[];
  readonly findingsFile: string;
  readonly recordsRead: number;
  readonly engineVersion: string;
}

/** Runs rules over one participant's files. Throws when the run as a whole is impossible; a failing rule is a result. */
export interface ValidationEngine {
  run(job: EngineJob, abort: AbortSignal): Promise<EngineOutcome>;
}

export interface ReportHeader {
  /** As the run is called. */
  readonly title: string;
  readonly districtName: string;
  readonly schoolName: string | null;
  /** Which copy of the data was validated, in words. */
  readonly dataName: string;
  readonly generatedAt: Instant;
  readonly timeZone: string;
}

/** Writes a report of a run's findings to a file. The same findings and header give the same bytes. */
export interface ReportWriter {
  write(
    format: ReportFormat,
    header: ReportHeader,
    results: readonly RuleResult[],
    findingsFile: string,
    target: string,
  ): Promise<void>;
}
