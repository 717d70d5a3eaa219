import * as z from 'zod';
import { faultOfTheGate, gateFaultSchema } from '../gate/fault-of-the-gate.ts';
import type { EngineOptions } from '../sandbox/ask-engine.ts';
import { type EngineFault, startEngine } from '../sandbox/engine-process.ts';
import { outcomes, type RuleResult, type RunJob } from './job.ts';
import type { Part, RunMessage, RunShare } from './messages.ts';
import { partFile } from './part-file.ts';
import { engineEnded, timedOut } from './problem.ts';
import { resultOf } from './result.ts';
import { timeForRule } from './time-for-rule.ts';

const resultSchema = z.object({
  dataset: z.string(),
  ruleCode: z.string(),
  ruleName: z.string(),
  message: z.string(),
  severity: z.enum(['FATAL', 'SPECIAL_WARNING', 'WARNING', 'INFO']),
  kind: z.enum(['FINDINGS', 'LISTING']),
  outcome: z.enum(outcomes),
  count: z.int().min(0),
  columns: z.array(z.string()),
  causeColumn: z.string().nullable(),
  milliseconds: z.number(),
  problem: z.string().nullable(),
  problemCode: z.string().nullable(),
  problemFacts: z.record(z.string(), z.string()),
});

const messageSchema: z.ZodType<RunMessage> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('started'), place: z.int() }),
  z.object({ type: z.literal('finished'), place: z.int(), result: resultSchema }),
  z.object({ type: z.literal('gateFailed'), told: gateFaultSchema }),
  z.object({ type: z.literal('sealed'), recordsRead: z.int(), engineVersion: z.string() }),
]);

/** Opening the files and writing the findings are our own work: they get time enough, but not for ever. */
const secondsForOurselves = 120;

// The child stops a rule by itself; whatever does not listen any more is killed this much later.
const graceSeconds = 1;

export interface RunOptions extends EngineOptions {
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  /** A mistake of ours in judging a rule, which is ERRORED by it: the run goes on, and somebody should look. */
  readonly onGateFault?: (fault: EngineFault) => void;
}

export interface ShareOutcome {
  readonly sealed: Extract<RunMessage, { type: 'sealed' }> | null;
  readonly stderr: string;
}

/** One child over the rules that have no result yet. Adds to `results`; a rule the child died of gets one, too. */
export const runShare = async (
  job: RunJob,
  results: Map<number, RuleResult>,
  to: Pick<RunShare, 'findingsFile' | 'until'>,
  { childPath, signal, onProgress, onGateFault }: RunOptions,
): Promise<ShareOutcome> => {
  signal?.throwIfAborted();
  const engine = startEngine({ kind: 'run', job: shareOf(job, results, to) }, job.limits, childPath);
  signal?.addEventListener('abort', engine.kill);
  const overdue = watchdog(engine.kill);
  const follower = follow(job, results, to.until, overdue);
  try {
    overdue.allow(secondsForOurselves);
    for await (const told of engine.messages) {
      const message = messageSchema.parse(told);
      if (message.type === 'gateFailed') onGateFault?.(faultOfTheGate(message.told));
      follower.take(message);
      onProgress?.({ done: results.size, total: job.rules.length });
    }
    const { stderr } = await engine.ended;
    signal?.throwIfAborted();
    follower.end();
    return { sealed: follower.sealed(), stderr };
  } finally {
    overdue.stop();
    signal?.removeEventListener('abort', engine.kill);
    engine.kill();
  }
};

/** Keeps account of what the child tells: the results, and the rule it is at. */
const follow = (job: RunJob, results: Map<number, RuleResult>, until: number, overdue: Watchdog) => {
  let current: { readonly place: number; readonly since: number; readonly seconds: number } | null = null;
  let sealed: ShareOutcome['sealed'] = null;
  return {
    take: (message: RunMessage): void => {
      if (message.type === 'sealed') sealed = message;
      if (message.type === 'started') {
        const seconds = timeForRule(job.limits, until) ?? 0;
        current = { place: message.place, since: performance.now(), seconds };
        overdue.allow(seconds + graceSeconds);
      }
      if (message.type === 'finished') {
        current = null;
        results.set(message.place, message.result);
        overdue.allow(secondsForOurselves);
      }
    },
    /** The child is gone: the rule it was at is what it died of. */
    end: (): void => {
      const rule = current === null ? undefined : job.rules[current.place];
      if (current === null || rule === undefined) return;
      const problem = overdue.barked() ? timedOut(current.seconds) : engineEnded;
      results.set(current.place, resultOf(rule, { outcome: 'ERRORED', problem }, performance.now() - current.since));
    },
    sealed: () => sealed,
  };
};

const shareOf = (
  job: RunJob,
  results: ReadonlyMap<number, RuleResult>,
  to: Pick<RunShare, 'findingsFile' | 'until'>,
): RunShare => {
  const parts = job.rules.flatMap((rule, place): Part[] =>
    (results.get(place)?.count ?? 0) > 0
      ? [{ place, ruleCode: rule.code, severity: rule.severity, file: partFile(job.workFolder, place) }]
      : [],
  );
  return { job, pending: [...job.rules.keys()].filter((place) => !results.has(place)), parts, ...to };
};

interface Watchdog {
  readonly allow: (seconds: number) => void;
  readonly barked: () => boolean;
  readonly stop: () => void;
}

const watchdog = (bark: () => void): Watchdog => {
  let timer: NodeJS.Timeout | undefined;
  let barked = false;
  const stop = (): void => clearTimeout(timer);
  return {
    allow: (seconds: number): void => {
      stop();
      timer = setTimeout(() => {
        barked = true;
        bark();
      }, seconds * 1_000);
    },
    barked: () => barked,
    stop,
  };
};
