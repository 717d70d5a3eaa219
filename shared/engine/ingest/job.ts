import type { ColumnType, DatasetDeclaration } from '../declaration.ts';
import type { EngineLimits } from '../sandbox/instance.ts';
import type { Problem } from './problem.ts';

export type DeliveredFormat = 'NDJSON' | 'CSV' | 'PARQUET';

/** What a district calls its columns, and which of them are none of ours. */
export interface ColumnMapping {
  readonly columns: Readonly<Record<string, string>>;
  readonly ignored: readonly string[];
}

export interface IngestJob {
  readonly source: string;
  readonly format: DeliveredFormat;
  readonly gzip: boolean;
  readonly declaration: DatasetDeclaration;
  readonly mapping?: ColumnMapping | undefined;
  /** The Parquet file of the version that a delivery of changes changes; absent for a delivery of the whole. */
  readonly base?: string | undefined;
  /** Where the Parquet file goes; must not exist. */
  readonly target: string;
  /** A folder of this job's own, for what DuckDB spills and what is unpacked. */
  readonly workFolder: string;
  /** `fileBytes` bounds the delivered file after unpacking. */
  readonly limits: EngineLimits & { readonly fileBytes: number };
}

/** Where the refused rows go, as the same kind of file with `_severity`, `_code` and `_fix` beside each. */
export const refusedRowsPath = (target: string): string => `${target}.refused`;

export interface IngestedFile {
  readonly rows: number;
  readonly sha256: string;
  readonly bytes: number;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  readonly engineVersion: string;
  /** Empty when the dataset has no school column. Rows without a school are in no entry. */
  readonly rowsBySchool: Readonly<Record<string, number>>;
}

/** The first problems by line, at most 200, how many there are, and how many rows lie in the file of refused rows. */
export interface IngestRefusal {
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  readonly refusedRows: number;
}
