import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A process whose first interesting line is awaited. */
export interface Child {
  readonly process: ChildProcess;
  readonly ended: Promise<unknown>;
  /** The first line of its stdout that matches; rejects when it ends before. */
  readonly said: (pattern: RegExp) => Promise<string>;
}

/** Runs a script under this Node, its stderr is ours. It does not outlive us: its input ends, and it is asked to stop. */
export const startScript = (script: string, environment: Readonly<Record<string, string>> = {}): Child => {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const stop = () => child.kill('SIGTERM');
  process.once('exit', stop);
  const ended = once(child, 'close').finally(() => process.off('exit', stop));
  const said = async (pattern: RegExp): Promise<string> => {
    for await (const line of createInterface({ input: child.stdout })) {
      if (!pattern.test(line)) continue;
      // Whatever it says from here on is read and dropped, so that it can go on.
      child.stdout.resume();
      return line;
    }
    throw new Error(`${script} ended before it said ${String(pattern)}`);
  };
  return { process: child, ended, said };
};

/** The floor of every process: a Node that does nothing. */
export const nodeAlone = async (): Promise<void> => {
  const node = spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' });
  await once(node, 'close');
  if (node.exitCode !== 0) throw new Error('node -e 0 failed');
};
