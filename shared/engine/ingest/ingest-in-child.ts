import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { engineVersion, openSandbox } from '../sandbox/instance.ts';
import { type Delivery, openDelivery, plainPath } from './deliveries.ts';
import { type IngestedFile, type IngestJob, type IngestRefusal, refusedRowsPath } from './job.ts';
import { tooManySchools } from './school-limit.ts';
import { sha256Of } from './sha256-of.ts';
import { orTold, type ProblemLog, problemLog } from './problem.ts';
import { writeDirectly } from './write-direct.ts';
import { countRows } from './write-parquet.ts';
import { writeRowByRow } from './write-row-by-row.ts';

/** The whole of an ingest, inside the engine's own process: check every row, then write the sorted file or refuse. */
export const ingestInChild = async (job: IngestJob): Promise<Result<IngestedFile, IngestRefusal>> => {
  const tempFolder = join(job.workFolder, 'spill');
  await mkdir(tempFolder, { recursive: true });
  const sandbox = await openSandbox(tempFolder, job.limits);
  try {
    const base = job.base === undefined ? [] : [job.base];
    await sandbox.lock([plainPath(job), job.target, refusedRowsPath(job.target), ...base]);
    const log = problemLog();
    const delivery = await opened(job, sandbox.connection, log);
    if (delivery === undefined || log.count() > 0) return refuse(refusalOf(log, 0));
    const { connection } = sandbox;
    if (!(await tookTheDirectWay(job, connection, delivery))) {
      await writeRowByRow(job, connection, delivery, log);
      if (log.count() > 0) return refuse(refusalOf(log, await handedBack(delivery, log)));
    }
    const counted = await countRows(connection, job.declaration, job.target);
    const tooMany = tooManySchools(job.declaration, counted.rowsBySchool);
    if (tooMany !== undefined) {
      await rm(job.target);
      return refuse({ problems: [tooMany], problemCount: 1, refusedRows: 0 });
    }
    return ok({
      ...counted,
      sha256: await sha256Of(job.target),
      bytes: (await stat(job.target)).size,
      columns: job.declaration.columns.map(({ name, type }) => ({ name, type })),
      engineVersion: engineVersion(),
    });
  } finally {
    sandbox.close();
  }
};

const refusalOf = (log: ProblemLog, refusedRows: number): IngestRefusal => ({
  problems: log.reported(),
  problemCount: log.count(),
  refusedRows,
});

const opened = async (job: IngestJob, connection: DuckDBConnection, log: ProblemLog): Promise<Delivery | undefined> => {
  const delivery = await orTold(log, () => openDelivery(job, connection));
  for (const problem of delivery?.problems ?? []) log.add(problem);
  return delivery;
};

// A delivery of changes is small, and its rows are needed one by one.
const tookTheDirectWay = async (job: IngestJob, connection: DuckDBConnection, delivery: Delivery): Promise<boolean> =>
  job.base === undefined &&
  delivery.relation !== undefined &&
  (await writeDirectly(connection, job.declaration, delivery.relation, job.target));

/** A file that cannot be read to its end has no second reading either, beyond the place where it broke off. */
const handedBack = async (delivery: Delivery, log: ProblemLog): Promise<number> =>
  (await orTold(problemLog(), () => delivery.refuse(log.remembered()))) ?? 0;
