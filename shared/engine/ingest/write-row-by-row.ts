import type { DuckDBConnection } from '@duckdb/node-api';
import { rowCheck } from './check-row.ts';
import type { Delivery } from './deliveries.ts';
import type { IngestJob } from './job.ts';
import { orTold, type ProblemLog, rememberedAtMost } from './problem.ts';
import { openStaging, type Staging } from './staging.ts';
import { stagedRows, writeSorted } from './write-parquet.ts';

/** Checks every row by itself, and writes the file when nothing is wrong with any; what is wrong goes to the log. */
export const writeRowByRow = async (
  job: IngestJob,
  connection: DuckDBConnection,
  delivery: Delivery,
  log: ProblemLog,
): Promise<void> => {
  const staging = await openStaging(connection, job.declaration);
  await orTold(log, () => stageRows(job, delivery, staging, log));
  await staging.finish();
  const duplicates = await staging.duplicates(rememberedAtMost);
  log.addCounted(duplicates.problems, duplicates.count);
  if (log.count() > 0) return;
  await writeSorted(connection, job.declaration, stagedRows(job.declaration, job.base), job.target);
};

const stageRows = async (job: IngestJob, delivery: Delivery, staging: Staging, log: ProblemLog): Promise<void> => {
  const check = rowCheck(job.declaration, { mapping: job.mapping, changes: job.base !== undefined });
  for await (const lines of delivery.lines()) {
    for (const line of lines) {
      if ('defect' in line) {
        log.add({ line: line.number, column: line.column ?? null, ...line.defect });
        continue;
      }
      const { cells, deletes, problems } = check(line.value, line.number);
      for (const problem of problems) log.add(problem);
      if (problems.length === 0) staging.add(line.number, deletes, cells);
    }
  }
};
