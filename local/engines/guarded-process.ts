import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

/**
 * Starts an engine that dies with this process, even when this process is killed without a chance to clean up:
 * a shell waits for the end of its standard input, which the system closes with its other end.
 */
const guard = `
exec 3<&0
"$@" </dev/null 3<&- &
engine=$!
{ read -r _ <&3; kill "$engine"; sleep 2; kill -9 "$engine"; } >/dev/null 2>&1 &
watcher=$!
exec 3<&-
wait "$engine"
code=$?
kill "$watcher"
exit "$code"`;

export interface GuardedProcess {
  readonly process: ChildProcessWithoutNullStreams;
  /** Resolves when the engine has ended. */
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
}

export function startGuarded(command: string, args: readonly string[], options: { cwd: string }): GuardedProcess {
  const windows = process.platform === 'win32';
  // Its own process group, so that Ctrl-C in the terminal leaves the order of stopping to us.
  const child = spawn(windows ? command : 'sh', windows ? args : ['-c', guard, 'engine', command, ...args], {
    cwd: options.cwd,
    detached: !windows,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((settle) => {
    child.once('exit', settle);
    child.once('error', () => settle(null));
  });
  return {
    process: child,
    ended,
    async stop() {
      child.stdin.end();
      if (windows) child.kill();
      await ended;
    },
  };
}
