import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { InvokeOutcome, LocalClock } from '../runtime.ts';
import type { LambdaFunction } from './lambda-function.ts';
import { failure, outcomeOf } from './outcome.ts';
import { startRuntimeApi } from './runtime-api.ts';

/** One running process of a function. It handles one invocation at a time. */
export interface Instance {
  /** Also the session token of its credentials. */
  readonly id: string;
  /** Resolves in every case: with the answer, the thrown error, a time-out or the end of the process. The function lives by the clock. */
  invoke(payload: unknown, clock: LocalClock): Promise<InvokeOutcome>;
  alive(): boolean;
  kill(): void;
  readonly exited: Promise<void>;
}

export interface InstanceOptions {
  readonly onOutput: (chunk: Buffer) => void;
  /** Variables beyond Lambda's own, such as where compiled code is cached. */
  readonly environment: Readonly<Record<string, string>>;
}

const preload = new URL('./preload.mjs', import.meta.url).href;
const runtimeClient = fileURLToPath(import.meta.resolve('aws-lambda-ric'));

/** Lambda gives a function ten seconds to load, whatever its own time-out; a busy machine of a developer gets more. */
const initTimeoutMs = 30_000;

/** Starts AWS's own Lambda runtime client as a process group of its own, with the function's environment and nothing of ours. */
export async function startInstance(lambda: LambdaFunction, options: InstanceOptions): Promise<Instance> {
  const id = randomUUID();
  let settle: ((outcome: InvokeOutcome) => void) | undefined;
  let becomeReady = () => {};
  const ready = new Promise<void>((resolve) => {
    becomeReady = resolve;
  });
  const finish = (outcome: InvokeOutcome) => {
    settle?.(outcome);
    settle = undefined;
  };
  const api = await startRuntimeApi((reply) => finish(outcomeOf(reply)), becomeReady);
  const child = spawn(process.execPath, ['--import', preload, runtimeClient, lambda.handler], {
    cwd: lambda.codeFolder,
    detached: process.platform !== 'win32',
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...hostVariables(), ...options.environment, ...lambda.environment, ...instanceVariables(id, api.address) },
  });
  child.stdout.on('data', options.onOutput);
  child.stderr.on('data', options.onOutput);
  let alive = true;
  const exited = new Promise<void>((resolve) => {
    const end = (reason: string) => {
      alive = false;
      api.close();
      finish(failure('Runtime.ExitError', `Runtime exited with error: ${reason}`));
      resolve();
    };
    child.once('error', ({ message }) => end(message));
    child.once('close', (code, signal) => end(signal ? `signal: ${signal}` : `exit status ${code}`));
  });
  const kill = () => {
    // At once, not when the end is noticed: nobody may be given a dying instance.
    alive = false;
    killGroup(child);
  };

  async function invoke(payload: unknown, clock: LocalClock): Promise<InvokeOutcome> {
    const requestId = randomUUID();
    const { promise, resolve } = Promise.withResolvers<InvokeOutcome>();
    settle = resolve;
    const expire = (seconds: number) => {
      finish(
        failure(
          'Sandbox.Timedout',
          `RequestId: ${requestId} Error: Task timed out after ${seconds.toFixed(2)} seconds`,
        ),
      );
      kill();
    };
    if (!alive) finish(failure('Runtime.ExitError', `RequestId: ${requestId} Error: the instance has ended`));
    const loading = setTimeout(() => expire(initTimeoutMs / 1_000), initTimeoutMs);
    await Promise.race([ready, promise]);
    clearTimeout(loading);
    const running = setTimeout(() => expire(lambda.timeoutMs / 1_000), lambda.timeoutMs);
    api.deliver({
      id: requestId,
      payload: JSON.stringify(payload ?? null),
      functionArn: lambda.arn,
      deadline: clock.now().getTime() + lambda.timeoutMs,
      clockOffset: clock.offsetMs(),
    });
    return promise.finally(() => clearTimeout(running));
  }

  return { id, invoke, alive: () => alive, kill, exited };
}

/** The group too: a function's own child processes end with its sandbox. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // It ended between the check and the signal.
  }
}

function instanceVariables(id: string, runtimeApi: string): Record<string, string> {
  return {
    AWS_LAMBDA_LOG_STREAM_NAME: id,
    AWS_LAMBDA_RUNTIME_API: runtimeApi,
    AWS_SESSION_TOKEN: id,
  };
}

/** What any process of the machine needs to start others; nothing that says where it runs. */
function hostVariables(): Record<string, string> {
  const names = ['PATH', 'LANG', 'TMPDIR', 'TEMP', 'SystemRoot'];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
