import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { EngineLimits } from './instance.ts';

/**
 * The engine could not do its work at all: a fault of the installation or of a file, never of a rule.
 * What the process wrote before it died stands apart from the message, since it may quote data: not for logs.
 */
export class EngineFault extends Error {
  readonly lastWords: string;
  constructor(message: string, lastWords: string, options?: ErrorOptions) {
    super(message, options);
    this.lastWords = lastWords;
  }
}

export interface EngineProcess {
  /** What the child tells, one JSON value a line, until it ends. */
  readonly messages: AsyncIterable<unknown>;
  readonly kill: () => void;
  readonly ended: Promise<EngineExit>;
}

export interface EngineExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
}

/** Beside the sources the child is a source, beside a bundle it is a bundle of its own. */
export const defaultChildPath = (): string =>
  fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../child/main.ts' : './engine-child.mjs', import.meta.url));

// Measured with Node 24 and DuckDB 1.5: 1.9 GB of address space are reserved (not used) before the first query, and
// 512 MB of data need 0.75 GB more. DuckDB's own limit does not bound strings and lists; this one does, and cleanly.
const addressSpaceKb = ({ memoryMb, threads }: EngineLimits): number =>
  Math.round((1_900 + 80 * threads + 1.5 * memoryMb) * 1024);

const processorLimit = ({ processorSeconds }: EngineLimits): string =>
  processorSeconds === undefined ? '' : `ulimit -t ${processorSeconds}; `;

// Node strips types in WebAssembly, whose memories reserve 4 to 10 GB of address space each unless they are told not to.
const nodeFlags = ['--wasm-max-mem-pages=2048', '--disable-wasm-trap-handler'];

const stderrKept = 4_000;

/**
 * Starts the engine in a process of its own under limits of address space and processor time, without any environment but
 * PATH, and hands it one job on stdin. It can be killed at any time: whatever it has not told is lost.
 */
export const startEngine = (job: object, limits: EngineLimits, childPath = defaultChildPath()): EngineProcess => {
  const command = `ulimit -v ${addressSpaceKb(limits)}; ${processorLimit(limits)}exec "$0" "$@"`;
  const child = spawn('/bin/sh', ['-c', command, process.execPath, ...nodeFlags, childPath], {
    env: { PATH: '/usr/bin:/bin' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-stderrKept);
  });
  const ended = new Promise<EngineExit>((resolve, reject) => {
    child.once('error', (fault) =>
      reject(new EngineFault('the engine process could not be started', '', { cause: fault })),
    );
    child.once('close', (code, signal) => resolve({ code, signal, stderr }));
  });
  // A child that dies before it has read its job closes the pipe: its exit tells why, not the write.
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify(job));
  return {
    messages: jsonLines(child.stdout),
    kill: () => child.kill('SIGKILL'),
    ended,
  };
};

const jsonLines = async function* (stream: NodeJS.ReadableStream): AsyncGenerator {
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) yield parsed(line);
};

// A child that is killed may leave half a line.
const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};
