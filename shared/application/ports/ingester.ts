import type { ColumnMapping, Upload, UploadProblem } from '../../domain/dataset/state.ts';
import type { DatasetDeclaration } from '../../engine/declaration.ts';

export interface FileToCheck {
  readonly workFolder: string;
  readonly declaration: DatasetDeclaration;
  readonly mapping: ColumnMapping | undefined;
  readonly source: string;
  readonly format: Upload['format'];
  readonly gzip: boolean;
  /** The Parquet file of the version that a delivery of changes changes. */
  readonly base: string | undefined;
  readonly target: string;
}

export type CheckedFile =
  | {
      readonly accepted: true;
      readonly rows: number;
      readonly rowsBySchool: Readonly<Record<string, number>>;
      readonly sha256: string;
    }
  | {
      readonly accepted: false;
      readonly problems: readonly UploadProblem[];
      readonly problemCount: number;
      /** How many refused rows lie at `refusedPath`. */
      readonly refusedRows: number;
      readonly refusedPath: string;
    };

/** Checks a delivered file row by row and writes it as one sorted Parquet file, or says what is wrong with it. */
export interface Ingester {
  ingest(file: FileToCheck): Promise<CheckedFile>;
}
