import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { type ProgramName, programPath } from './bundled.ts';
import { childrenCpu } from './tell.ts';

/** What a program tells about itself besides its answer. */
const toldSchema = z.object({
  answer: z.unknown(),
  /** From its first statement to its answer, without the start of Node. */
  milliseconds: z.number(),
  /** Of the same time: its own and that of its children. */
  cpuMilliseconds: z.number(),
  /** The most that it or one of its children held, where the system tells. */
  peakMb: z.number(),
});

export interface Told<Answer> {
  readonly answer: Answer;
  readonly milliseconds: number;
  readonly cpuMilliseconds: number;
  readonly peakMb: number;
  /** The same from the start of the process to its end. */
  readonly whole: Cost;
}

/** What something took: by the clock, and of processors. */
export interface Cost {
  readonly milliseconds: number;
  readonly cpuMilliseconds: number;
}

/** What a child process takes from its start to its end. */
export const costOf = async (run: () => Promise<unknown>): Promise<Cost> => {
  const [begun, cpu] = [performance.now(), childrenCpu()];
  await run();
  return { milliseconds: performance.now() - begun, cpuMilliseconds: childrenCpu() - cpu };
};

/** Runs a program in a fresh process of its own: one question on stdin, one answer on stdout. */
export const ask = async <Answer>(
  name: ProgramName,
  question: object,
  answer: z.ZodType<Answer>,
): Promise<Told<Answer>> => {
  const path = await programPath(name);
  let out = '';
  const whole = await costOf(async () => {
    const child = spawn(process.execPath, [path], { stdio: ['pipe', 'pipe', 'inherit'] });
    const stop = (): void => void child.kill();
    process.once('exit', stop);
    const ended = once(child, 'close');
    child.stdin.end(JSON.stringify(question));
    out = await text(child.stdout);
    await ended;
    process.off('exit', stop);
    mustHaveEndedWell(name, child);
  });
  const told = toldSchema.parse(JSON.parse(out));
  return { ...told, answer: answer.parse(told.answer), whole };
};

const mustHaveEndedWell = (name: string, { exitCode, signalCode }: ChildProcess): void => {
  if (exitCode !== 0) throw new Error(`${name} ended with ${exitCode ?? signalCode ?? 'nothing'}`);
};
