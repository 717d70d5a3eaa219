import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { engineVersion, openSandbox } from '../sandbox/instance.ts';
import { rowCheck } from './check-row.ts';
import { plainBytes } from './inflate.ts';
import type { DeliveredFormat, IngestedFile, IngestJob, IngestRefusal } from './job.ts';
import { type ProblemLog, problemLog, UnreadableFile } from './problem.ts';
import { type Reader, readNdjson } from './read-ndjson.ts';
import { openStaging, type Staging } from './staging.ts';
import { writeSorted } from './write-parquet.ts';

const readers: Readonly<Record<DeliveredFormat, Reader>> = { NDJSON: readNdjson };

/** The whole of an ingest, inside the engine's own process: check every row, then write the sorted file or refuse. */
export const ingestInChild = async (job: IngestJob): Promise<Result<IngestedFile, IngestRefusal>> => {
  const tempFolder = join(job.workFolder, 'spill');
  await mkdir(tempFolder, { recursive: true });
  const sandbox = await openSandbox(tempFolder, job.limits);
  try {
    await sandbox.lock([job.target]);
    const staging = await openStaging(sandbox.connection, job.declaration);
    const log = problemLog();
    const rows = await stageFile(job, staging, log);
    await staging.finish();
    const duplicates = await staging.duplicates(200);
    log.addCounted(duplicates.problems, duplicates.count);
    if (log.count() > 0) return refuse({ problems: log.reported(), problemCount: log.count() });
    await writeSorted(sandbox.connection, job.declaration, job.target);
    return ok({
      rows,
      sha256: await sha256Of(job.target),
      bytes: (await stat(job.target)).size,
      columns: job.declaration.columns.map(({ name, type }) => ({ name, type })),
      engineVersion: engineVersion(),
      rowsBySchool: await staging.rowsBySchool(),
    });
  } finally {
    sandbox.close();
  }
};

const stageFile = async (job: IngestJob, staging: Staging, log: ProblemLog): Promise<number> => {
  const check = rowCheck(job.declaration);
  let rows = 0;
  try {
    for await (const lines of readers[job.format](plainBytes(job.source, job.gzip, job.limits.fileBytes))) {
      for (const line of lines) {
        if ('defect' in line) {
          log.add({ line: line.number, column: null, ...line.defect });
          continue;
        }
        const { cells, problems } = check(line.value, line.number);
        for (const problem of problems) log.add(problem);
        if (problems.length > 0) continue;
        staging.add(line.number, cells);
        rows += 1;
      }
    }
  } catch (fault) {
    if (!(fault instanceof UnreadableFile)) throw fault;
    log.add({ line: 0, column: null, ...fault.defect });
  }
  return rows;
};

const sha256Of = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  const chunks: AsyncIterable<Uint8Array> = createReadStream(path);
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
};
