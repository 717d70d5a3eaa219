import type { DatasetDeclaration } from '../declaration.ts';
import type { EngineLimits } from '../sandbox/instance.ts';

/** Many files of one dataset that are to become one. */
export interface CompactionJob {
  /** A folder of this job's own. */
  readonly workFolder: string;
  readonly declaration: DatasetDeclaration;
  /** In the order in which their rows are to stand. Each is called by its participant: `<anything>/<participant>.parquet`. */
  readonly files: readonly string[];
  readonly target: string;
  readonly limits: EngineLimits;
}

export interface CompactedFile {
  readonly rows: number;
}
