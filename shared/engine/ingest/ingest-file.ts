import * as z from 'zod';
import type { Result } from '../../kernel/result.ts';
import { columnTypes } from '../declaration.ts';
import { EngineFault, startEngine } from '../sandbox/engine-process.ts';
import type { IngestedFile, IngestJob, IngestRefusal } from './job.ts';
import { problemCodes } from './problem.ts';

const problemSchema = z.object({
  line: z.int().min(0),
  column: z.string().nullable(),
  code: z.enum(problemCodes),
  detail: z.string(),
});

const messageSchema = z.object({
  type: z.literal('ingested'),
  result: z.discriminatedUnion('ok', [
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
  ]),
});

export interface EngineOptions {
  readonly childPath?: string;
  /** Kills the engine; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Checks a delivered file row by row against its declaration and writes it as one sorted, immutable Parquet file.
 * Refuses with line numbers and reasons; throws EngineFault when the engine itself fails, and leaves no file then.
 */
export const ingestFile = async (
  job: IngestJob,
  { childPath, signal }: EngineOptions = {},
): Promise<Result<IngestedFile, IngestRefusal>> => {
  signal?.throwIfAborted();
  const engine = startEngine({ kind: 'ingest', job }, job.limits, childPath);
  signal?.addEventListener('abort', engine.kill);
  try {
    let outcome: Result<IngestedFile, IngestRefusal> | undefined;
    for await (const message of engine.messages) outcome = messageSchema.parse(message).result;
    const exit = await engine.ended;
    signal?.throwIfAborted();
    if (outcome === undefined) throw new EngineFault('the engine ended without an answer', exit.stderr);
    return outcome;
  } finally {
    signal?.removeEventListener('abort', engine.kill);
    engine.kill();
  }
};
