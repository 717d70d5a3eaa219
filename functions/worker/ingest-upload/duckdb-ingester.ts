import type { Ingester } from '../../../shared/application/datasets/ingest.ts';
import { ingestFile } from '../../../shared/engine/ingest/ingest-file.ts';

const limits = { memoryMb: 512, threads: 2, fileBytes: 5_000_000_000 };

/** Checking and sorting as the worker does it: DuckDB in a process of its own. */
export const duckDbIngester = (): Ingester => ({
  ingest: async (job) => {
    const outcome = await ingestFile({ ...job, format: 'NDJSON', limits });
    if (!outcome.ok) return { accepted: false, ...outcome.failure };
    const { rows, rowsBySchool } = outcome.value;
    return { accepted: true, rows, rowsBySchool };
  },
});
