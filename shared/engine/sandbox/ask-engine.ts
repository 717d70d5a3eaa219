import type * as z from 'zod';
import { type EngineExit, EngineFault, startEngine } from './engine-process.ts';
import type { EngineLimits } from './instance.ts';

export interface EngineOptions {
  /** Where the engine's own program lies; beside the caller by default. */
  readonly childPath?: string | undefined;
  /** Kills the engine; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface Question<Answer> {
  readonly job: object;
  readonly limits: EngineLimits;
  readonly answer: z.ZodType<Answer>;
  /** What the death of the process says about the job, when it says anything. */
  readonly answerOfDeath?: (exit: EngineExit) => Answer | undefined;
}

/** One job, one answer. Throws EngineFault when the process ends without one. */
export const askEngine = async <Answer>(
  { job, limits, answer, answerOfDeath }: Question<Answer>,
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
    if (told !== undefined) return answer.parse(told);
    const dead = answerOfDeath?.(exit);
    if (dead !== undefined) return dead;
    throw new EngineFault('the engine ended without an answer', exit.stderr);
  } finally {
    signal?.removeEventListener('abort', engine.kill);
    engine.kill();
  }
};
