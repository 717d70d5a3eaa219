import * as z from 'zod';
import type { Result } from '../../kernel/result.ts';
import { columnTypes } from '../declaration.ts';
import { askEngine, type EngineOptions } from '../sandbox/ask-engine.ts';
import type { IngestedFile, IngestJob, IngestRefusal } from './job.ts';
import { problemCodes } from './problem.ts';

const problemSchema = z.object({
  line: z.int().min(0),
  column: z.string().nullable(),
  code: z.enum(problemCodes),
  detail: z.string(),
});

const answerSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    value: z.object({
      rows: z.int(),
      sha256: z.string(),
      bytes: z.int(),
      columns: z.array(z.object({ name: z.string(), type: z.enum(columnTypes) })),
      engineVersion: z.string(),
      rowsBySchool: z.record(z.string(), z.int()),
    }),
  }),
  z.object({
    ok: z.literal(false),
    failure: z.object({ problems: z.array(problemSchema), problemCount: z.int() }),
  }),
]);

/**
 * Checks a delivered file row by row against its declaration and writes it as one sorted, immutable Parquet file.
 * Refuses with line numbers and reasons; throws EngineFault when the engine itself fails.
 */
export const ingestFile = async (
  job: IngestJob,
  options: EngineOptions = {},
): Promise<Result<IngestedFile, IngestRefusal>> =>
  askEngine({ kind: 'ingest', job }, job.limits, answerSchema, options);
