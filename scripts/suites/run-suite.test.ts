import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runSuite } from './run-suite.ts';
import type { Suite } from './suites.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-suite-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Passes only while it finds no trace of itself. */
const passesOnce = (times?: number): Suite => {
  const trace = JSON.stringify(join(folder, 'was-here'));
  return {
    name: 'passes-once',
    kind: 'check',
    command: [
      '-e',
      `const fs = require('node:fs'); if (fs.existsSync(${trace})) process.exit(1); fs.writeFileSync(${trace}, '')`,
    ],
    budgetSeconds: 60,
    ...(times === undefined ? {} : { times }),
  };
};

test('a suite is run once where it does not say how often', async () => {
  expect((await runSuite(passesOnce())).count).toEqual({ passed: 1, failed: 0 });
  expect(existsSync(join(folder, 'was-here'))).toBe(true);
});

test('one that passes now and then has failed', async () => {
  expect((await runSuite(passesOnce(3))).count).toEqual({ passed: 1, failed: 2 });
});
