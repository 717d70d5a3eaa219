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

/** A table of a report that no run found: what it is about, and its rows. */
export interface ReportTable {
  readonly dataset: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
}

/** Whatever a report is written as, and a table of typed columns. */
export type RowsFormat = ReportFormat | 'parquet';

/** Writes a report to a file, in Parquet the rows of one rule. The same findings or tables and the same header give the same bytes. */
export interface ReportWriter extends RunReportWriter<RowsFormat> {
  writeTables(
    format: ReportFormat,
    header: ReportHeader,
    tables: readonly ReportTable[],
    target: string,
  ): Promise<void>;
}

export interface RunReportWriter<Format = ReportFormat> {
  write(
    format: Format,
    header: ReportHeader,
    results: readonly RuleResult[],
    findingsFile: string,
    target: string,
    cause?: string,
  ): Promise<void>;
}
