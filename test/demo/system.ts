import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface System {
  readonly origin: string;
  stop(): Promise<void>;
}

const answers = async (origin: string): Promise<boolean> => {
  try {
    return (await fetch(`${origin}/_local/clock`)).ok;
  } catch {
    return false;
  }
};

/** The system that runs on this port, or a new one that is stopped afterwards. */
export const runningOrStarted = async (): Promise<System> => {
  const origin = `http://127.0.0.1:${process.env['PORT'] ?? '4600'}`;
  if (await answers(origin)) return { origin, stop: async () => undefined };
  process.stdout.write('Starting the system ...\n');
  const child = spawn(process.execPath, ['local/main.ts'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const ready = (async () => {
    for await (const line of createInterface({ input: child.stdout })) if (line.startsWith('READY')) return;
    throw new Error('the system did not start');
  })();
  await ready;
  child.stdout.resume();
  return {
    origin,
    stop: async () => {
      child.kill('SIGINT');
      await ended;
    },
  };
};
