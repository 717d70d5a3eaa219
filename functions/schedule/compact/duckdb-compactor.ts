import type { Compactor } from '../../../shared/application/ports/compactor.ts';
import { compactFiles } from '../../../shared/engine/compact/compact-files.ts';

const limits = { memoryMb: 512, threads: 2 };

/** Compaction as the job does it: DuckDB in a process of its own, unless told otherwise. */
export const duckDbCompactor = (compact: typeof compactFiles = compactFiles): Compactor => ({
  compact: (job) => compact({ ...job, limits }),
});
