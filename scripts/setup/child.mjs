import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { SetupFailure } from './failure.mjs';

const WINDOWS = process.platform === 'win32';

/** One Ctrl-C reaches us twice, from the terminal and from npm; a person pressing twice is slower than this. */
const SAME_PRESS_MS = 400;

const SHELL_POLL_MS = 250;
/** Who started us, noted at once: an installation may come before the hand-over, and the end of npm during it. */
const STARTED_BY = process.ppid;

/**
 * Runs a program in our place: stdio is its own, each signal reaches it once, its exit code becomes ours.
 * It leads a process group of its own, since otherwise the terminal would signal it a second time.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
export function handOver(command, args) {
  return exitOf(spawn(command, args, { stdio: 'inherit', detached: !WINDOWS }));
}

/**
 * Resolves with the exit code (128 + number for a signal), forwarding our signals meanwhile.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
export function exitOf(child) {
  const release = forwardSignals(child);
  return new Promise((resolve, reject) => {
    child.once('error', (fault) => {
      release();
      reject(new SetupFailure(`could not start ${child.spawnfile}: ${fault.message}`));
    });
    child.once('close', (code, signal) => {
      release();
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/** @param {import('node:child_process').ChildProcess} child */
function forwardSignals(child) {
  /** @type {Map<NodeJS.Signals, number>} */
  const lastSeen = new Map();
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    const now = Date.now();
    const samePress = now - (lastSeen.get(signal) ?? -SAME_PRESS_MS) < SAME_PRESS_MS;
    lastSeen.set(signal, now);
    // Windows gives Ctrl-C to every process of the console by itself, and has no other signal than an end.
    if (!samePress && !WINDOWS) child.kill(signal);
  };
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  const stopWatching = whenShellIsGone(() => forward('SIGTERM'));
  return () => {
    stopWatching();
    for (const signal of signals) process.off(signal, forward);
  };
}

/**
 * npm signals the shell it put between us, which dies of it without passing it on: the shell's end is our signal.
 * @param {() => void} tell
 */
function whenShellIsGone(tell) {
  if (process.env['npm_lifecycle_event'] === undefined) return () => undefined;
  const watch = setInterval(() => {
    if (process.ppid === STARTED_BY) return;
    clearInterval(watch);
    tell();
  }, SHELL_POLL_MS);
  return () => clearInterval(watch);
}
