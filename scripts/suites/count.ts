import * as z from 'zod';

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

const vitestReport = z.object({
  success: z.boolean(),
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
});

/** A check is one thing that holds or does not. */
export const countOfCheck = (exitCode: number): Count =>
  exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/**
 * A test that did not run has failed: skipped by hand, or left over when its file's set-up broke.
 * A run that went wrong outside of its tests (an unhandled error, a file that does not load, no test at all) fails once.
 */
export function countOfVitest(report: unknown, exitCode: number): Count {
  const parsed = vitestReport.safeParse(report);
  if (!parsed.success) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests, success } = parsed.data;
  const failed = numFailedTests + numPendingTests + numTodoTests;
  const wentWrongOutside = failed === 0 && (exitCode !== 0 || !success || passed === 0);
  return { passed, failed: wentWrongOutside ? 1 : failed };
}

export const sumOf = (counts: readonly Count[]): Count => ({
  passed: counts.reduce((sum, { passed }) => sum + passed, 0),
  failed: counts.reduce((sum, { failed }) => sum + failed, 0),
});
