import type * as z from 'zod';
import { type EngineExit, EngineFault, startEngine } from './engine-process.ts';
import type { EngineLimits } from './instance.ts';

export interface EngineOptions {
  /** Where the engine's own program lies; beside the caller by default. */
  readonly childPath?: string | undefined;
  /** Kills the engine; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface Death extends EngineExit {
  /** Whether it came as far as the text; otherwise the installation is at fault. */
  readonly hasBegun: boolean;
}

export interface Question<Answer> {
  readonly job: object;
  readonly limits: EngineLimits;
  readonly answer: z.ZodType<Answer>;
  /** What the death of the process says about the job, when it says anything. */
  readonly answerOfDeath?: (death: Death) => Answer | undefined;
  /** From when it tells that it has begun; then it is killed. */
  readonly secondsToAnswer?: number;
}

/** One job, one answer. Throws EngineFault when the process ends without one. */
export const askEngine = async <Answer>(
  { job, limits, answer, answerOfDeath, secondsToAnswer }: Question<Answer>,
  { childPath, signal }: EngineOptions,
): Promise<Answer> => {
  signal?.throwIfAborted();
  const engine = startEngine(job, limits, childPath);
  signal?.addEventListener('abort', engine.kill);
  let overdue: NodeJS.Timeout | undefined;
  try {
    let told: unknown;
    let hasBegun = false;
    for await (const message of engine.messages) {
      if (!hasBegun && isBegun(message)) {
        hasBegun = true;
        if (secondsToAnswer !== undefined) overdue = setTimeout(engine.kill, secondsToAnswer * 1_000);
      } else told = message;
    }
    const exit = await engine.ended;
    signal?.throwIfAborted();
    if (told !== undefined) return answer.parse(told);
    const dead = answerOfDeath?.({ ...exit, hasBegun });
    if (dead !== undefined) return dead;
    throw new EngineFault('the engine ended without an answer', exit.stderr);
  } finally {
    clearTimeout(overdue);
    signal?.removeEventListener('abort', engine.kill);
    engine.kill();
  }
};

/** What a child tells before it touches a text that may be hostile: how it ends from then on is about the text. */
const isBegun = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'begun';
