import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { toolEnvironment } from '../tool-environment.ts';
import { type Count, countOfCheck, countOfVitest } from './count.ts';
import type { Suite } from './suites.ts';

export interface SuiteResult {
  readonly suite: Suite;
  readonly count: Count;
  readonly seconds: number;
}

const REPORTS = '.attest/test-reports';

/** Runs one suite to its end (or to twice its budget) and counts. Its output goes to ours as it comes. */
export async function runSuite(suite: Suite): Promise<SuiteResult> {
  const started = performance.now();
  const report = `${REPORTS}/${suite.name}.json`;
  rmSync(report, { force: true });
  mkdirSync(REPORTS, { recursive: true });
  const reporting = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const exitCode = await exitCodeOf(suite, suite.kind === 'vitest' ? reporting : []);
  return {
    suite,
    count: suite.kind === 'check' ? countOfCheck(exitCode) : countOfVitest(readReport(report), exitCode),
    seconds: (performance.now() - started) / 1000,
  };
}

async function exitCodeOf(suite: Suite, extra: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [...suite.command, ...extra], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...toolEnvironment(), ...suite.environment },
    detached: process.platform !== 'win32',
  });
  const end = () => endGroup(child.pid);
  const interrupted = (signal: NodeJS.Signals) => {
    end();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  const limit = setTimeout(() => {
    console.error(`${suite.name}: ended after twice its budget of ${suite.budgetSeconds} s.`);
    end();
  }, suite.budgetSeconds * 2000);
  process.on('SIGINT', interrupted).on('SIGTERM', interrupted);
  try {
    await once(child, 'close');
    return child.exitCode ?? 1;
  } finally {
    clearTimeout(limit);
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
  }
}

/** A suite leads a process group, so that what it started ends with it. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  process.kill(process.platform === 'win32' ? pid : -pid, 'SIGTERM');
}

const readReport = (file: string): unknown => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);
