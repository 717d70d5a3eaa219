import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { IngestedFile, IngestJob } from '../../shared/engine/ingest/job.ts';
import { declarations } from '../district/declarations.ts';
import type { District } from '../district/files.ts';
import { ask, type Told } from '../programs/ask.ts';
import { root } from '../system/place.ts';

export const dataset = 'attendance';

const ingested = z.object({
  ok: z.literal(true),
  value: z.object({ rows: z.int(), sha256: z.string(), bytes: z.int() }),
});

export type Settings = IngestJob['limits'];
export const usual: Settings = { memoryMb: 512, threads: 2, fileBytes: 5e9 };

/** A delivery of the attendance becomes a version: every row checked, sorted, hashed. In a process of its own. */
export const ingest = async (
  district: District,
  form: 'csv' | 'ndjson',
  limits: Settings = usual,
): Promise<Told<Pick<IngestedFile, 'rows' | 'sha256' | 'bytes'>>> => {
  const declaration = declarations.find(({ name }) => name === dataset);
  if (declaration === undefined) throw new Error(`${dataset} is not declared`);
  await mkdir(join(root, '.attest'), { recursive: true });
  const workFolder = await mkdtemp(join(root, '.attest/bench-ingest-'));
  try {
    const job: IngestJob = {
      source: district.path(dataset, form),
      format: form === 'csv' ? 'CSV' : 'NDJSON',
      gzip: false,
      declaration,
      target: join(workFolder, 'part-0.parquet'),
      workFolder,
      limits,
    };
    const told = await ask('ingest', { job }, ingested);
    return { ...told, answer: told.answer.value };
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
};
