import type { EngineSize } from '../../../shared/domain/validation-run/engine-size.ts';
import type { Ingester } from '../../../shared/application/ports/ingester.ts';
import { ingestFile } from '../../../shared/engine/ingest/ingest-file.ts';
import { type IngestJob, refusedRowsPath } from '../../../shared/engine/ingest/job.ts';

const fileBytes = 5_000_000_000;

// As for runs (run-validation/duckdb-engine.ts): memory by the size of the function, threads by its processors.
const limitsOf: Readonly<Record<EngineSize, IngestJob['limits']>> = {
  SMALL: { memoryMb: 512, threads: 2, fileBytes },
  LARGE: { memoryMb: 4_096, threads: 6, fileBytes },
};

/** Checking and sorting as the worker does it: DuckDB in a process of its own, unless told otherwise. */
export const duckDbIngester = (size: EngineSize, check: typeof ingestFile = ingestFile): Ingester => ({
  ingest: async (file) => {
    const outcome = await check({ ...file, limits: limitsOf[size] });
    if (!outcome.ok) return { accepted: false, ...outcome.failure, refusedPath: refusedRowsPath(file.target) };
    const { rows, rowsBySchool, sha256 } = outcome.value;
    return { accepted: true, rows, rowsBySchool, sha256 };
  },
});
