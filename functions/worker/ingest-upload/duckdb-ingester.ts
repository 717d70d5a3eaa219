import type { Ingester } from '../../../shared/application/ports/ingester.ts';
import { ingestFile } from '../../../shared/engine/ingest/ingest-file.ts';
import { refusedRowsPath } from '../../../shared/engine/ingest/job.ts';

const limits = { memoryMb: 512, threads: 2, fileBytes: 5_000_000_000 };

/** Checking and sorting as the worker does it: DuckDB in a process of its own, unless told otherwise. */
export const duckDbIngester = (check: typeof ingestFile = ingestFile): Ingester => ({
  ingest: async (file) => {
    const outcome = await check({ ...file, limits });
    if (!outcome.ok) return { accepted: false, ...outcome.failure, refusedPath: refusedRowsPath(file.target) };
    const { rows, rowsBySchool, sha256 } = outcome.value;
    return { accepted: true, rows, rowsBySchool, sha256 };
  },
});
