import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { toolEnvironment } from '../tool-environment.ts';
import { type Count, countOfCheck, countOfVitest, sumOf } from './count.ts';
import { failuresOf } from './failures.ts';
import type { Suite } from './suites.ts';

export interface SuiteResult {
  readonly suite: Suite;
  readonly count: Count;
  readonly seconds: number;
  /** What failed, in a few lines each. */
  readonly failures: readonly string[];
}

const REPORTS = '.attest/test-reports';

/** Runs one suite as often as it says, and counts every time. */
export async function runSuite(suite: Suite): Promise<SuiteResult> {
  const results: SuiteResult[] = [];
  for (let time = 1; time <= (suite.times ?? 1); time += 1) {
    const result = await runOnce(suite);
    if (suite.times !== undefined) console.log(lineOf(result, time));
    results.push(result);
  }
  return {
    suite,
    count: sumOf(results.map(({ count }) => count)),
    seconds: results.reduce((sum, { seconds }) => sum + seconds, 0),
    failures: results.flatMap(({ failures }) => failures),
  };
}

const lineOf = ({ suite, count: { passed, failed }, seconds }: SuiteResult, time: number): string =>
  `${suite.name}: time ${time} of ${suite.times ?? 1}, ${passed} passed, ${failed} failed, ${seconds.toFixed(1)} s`;

const budgetOfOneTime = ({ budgetSeconds, times = 1 }: Suite): number => budgetSeconds / times;

/**
 * Runs one suite to its end (or to four times its budget, where something hangs) and counts. What it says goes to a file as it comes, since others may
 * speak at the same time, and from there to our output when it has ended.
 */
async function runOnce(suite: Suite): Promise<SuiteResult> {
  const started = performance.now();
  mkdirSync(REPORTS, { recursive: true });
  const [report, log] = [`${REPORTS}/${suite.name}.json`, `${REPORTS}/${suite.name}.log`];
  rmSync(report, { force: true });
  console.log(`${suite.name}: runs; what it says is in ${log}`);
  const reporting = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const exitCode = await exitCodeOf(suite, { log, extra: suite.kind === 'vitest' ? reporting : [] });
  console.log(`\n== ${suite.name}\n${readFileSync(log, 'utf8')}`);
  const read = readReport(report);
  return {
    suite,
    count: suite.kind === 'check' ? countOfCheck(exitCode) : countOfVitest(read, exitCode),
    seconds: (performance.now() - started) / 1000,
    failures: failuresOf(read, process.cwd()),
  };
}

interface Manner {
  readonly log: string;
  readonly extra: readonly string[];
}

async function exitCodeOf(suite: Suite, { log, extra }: Manner): Promise<number> {
  const file = openSync(log, 'w');
  const child = spawn(process.execPath, [...suite.command, ...extra], {
    stdio: ['ignore', file, file],
    env: { ...toolEnvironment(), ...suite.environment },
    detached: process.platform !== 'win32',
  });
  const end = () => endGroup(child.pid);
  const limit = setTimeout(() => {
    writeSync(file, `${suite.name}: ended after four times its budget of ${budgetOfOneTime(suite)} s.\n`);
    end();
  }, budgetOfOneTime(suite) * 4000);
  process.on('exit', end);
  try {
    await once(child, 'close');
    return child.exitCode ?? 1;
  } finally {
    clearTimeout(limit);
    process.off('exit', end);
    closeSync(file);
  }
}

/** A suite leads a process group, so that what it started ends with it. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  process.kill(process.platform === 'win32' ? pid : -pid, 'SIGTERM');
}

const readReport = (file: string): unknown => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);
