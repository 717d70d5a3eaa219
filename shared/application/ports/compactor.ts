import type { DatasetDeclaration } from '../../engine/declaration.ts';

/** Writes many files of one dataset as one, the rows in the order of the files, each with the participant whose file it lay in. */
export interface Compactor {
  compact(job: {
    readonly workFolder: string;
    readonly declaration: DatasetDeclaration;
    /** Each called by its participant: `<anything>/<participant>.parquet`. */
    readonly files: readonly string[];
    readonly target: string;
  }): Promise<{ readonly rows: number }>;
}
