import * as z from 'zod';
import { type Result, refuse } from '../../kernel/result.ts';
import { columnTypes } from '../declaration.ts';
import { askEngine, type EngineOptions } from '../sandbox/ask-engine.ts';
import type { IngestedFile, IngestJob, IngestRefusal } from './job.ts';
import { type ProblemCode, isProblemCode } from '../../domain/dataset/problem-advice.ts';

const problemSchema = z.object({
  line: z.int().min(0),
  column: z.string().nullable(),
  code: z.custom<ProblemCode>((code) => typeof code === 'string' && isProblemCode(code)),
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
    failure: z.object({ problems: z.array(problemSchema), problemCount: z.int(), refusedRows: z.int() }),
  }),
]);

type Outcome = Result<IngestedFile, IngestRefusal>;

const unreadable: Outcome = refuse({
  problems: [{ line: 0, column: null, code: 'MALFORMED_PARQUET', detail: 'the file cannot be read as Parquet' }],
  problemCount: 1,
  refusedRows: 0,
});

/**
 * Checks a delivered file row by row against its declaration and writes it as one sorted, immutable Parquet file.
 * Refuses with line numbers and reasons; throws EngineFault when the engine itself fails. Parquet is a binary format that
 * is read by native code: a file that makes it crash is refused, since it would do so every time.
 */
export const ingestFile = async (job: IngestJob, options: EngineOptions = {}): Promise<Outcome> =>
  askEngine<Outcome>(
    {
      job: { kind: 'ingest', job },
      limits: job.limits,
      answer: answerSchema,
      answerOfDeath: ({ signal }) => (job.format === 'PARQUET' && signal !== null ? unreadable : undefined),
    },
    options,
  );
