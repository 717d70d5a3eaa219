import type { ColumnType, DatasetDeclaration } from '../declaration.ts';
import type { EngineLimits } from '../sandbox/instance.ts';
import type { Problem } from './problem.ts';

/** More formats come with their readers. */
export type DeliveredFormat = 'NDJSON';

export interface IngestJob {
  readonly source: string;
  readonly format: DeliveredFormat;
  readonly gzip: boolean;
  readonly declaration: DatasetDeclaration;
  /** Where the Parquet file goes; must not exist. */
  readonly target: string;
  /** A folder of this job's own, for what DuckDB spills. */
  readonly workFolder: string;
  /** `fileBytes` bounds the delivered file after unpacking. */
  readonly limits: EngineLimits & { readonly fileBytes: number };
}

export interface IngestedFile {
  readonly rows: number;
  readonly sha256: string;
  readonly bytes: number;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  readonly engineVersion: string;
  /** Empty when the dataset has no school column. Rows without a school are in no entry. */
  readonly rowsBySchool: Readonly<Record<string, number>>;
}

/** The first problems by line, at most 200, and how many there are. */
export interface IngestRefusal {
  readonly problems: readonly Problem[];
  readonly problemCount: number;
}
