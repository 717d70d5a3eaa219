import type * as z from 'zod';
import { EngineFault, startEngine } from './engine-process.ts';
import type { EngineLimits } from './instance.ts';

export interface EngineOptions {
  /** Where the engine's own program lies; beside the caller by default. */
  readonly childPath?: string | undefined;
  /** Kills the engine; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** One job, one answer. Throws EngineFault when the process ends without one. */
export const askEngine = async <Answer>(
  job: object,
  limits: EngineLimits,
  answer: z.ZodType<Answer>,
  { childPath, signal }: EngineOptions,
): Promise<Answer> => {
  signal?.throwIfAborted();
  const engine = startEngine(job, limits, childPath);
  signal?.addEventListener('abort', engine.kill);
  try {
    let told: unknown;
    for await (const message of engine.messages) told = message;
    const exit = await engine.ended;
    signal?.throwIfAborted();
    if (told === undefined) throw new EngineFault('the engine ended without an answer', exit.stderr);
    return answer.parse(told);
  } finally {
    signal?.removeEventListener('abort', engine.kill);
    engine.kill();
  }
};
