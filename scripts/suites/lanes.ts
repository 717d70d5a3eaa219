import type { SuiteResult } from './run-suite.ts';
import type { Suite } from './suites.ts';

const haveNotPassed: SuiteResult['count'] = { passed: 0, failed: 1 };

/**
 * Runs the suites in their order, at most so many at once; one begins when the one it needs has ended, and has failed
 * without being run when that one failed. Answers one result a suite, in the order of the suites.
 */
export async function runInLanes(
  suites: readonly Suite[],
  lanes: number,
  run: (suite: Suite) => Promise<SuiteResult>,
): Promise<readonly SuiteResult[]> {
  const results = new Map<string, SuiteResult>();
  const waiting = [...suites];
  const running = new Set<Promise<void>>();

  const isReady = ({ needs }: Suite): boolean =>
    needs === undefined || results.has(needs) || !suites.some(({ name }) => name === needs);

  const resultOf = async (suite: Suite): Promise<SuiteResult> =>
    suite.needs !== undefined && results.get(suite.needs)?.count.failed
      ? { suite, count: haveNotPassed, seconds: 0, failures: [`${suite.needs} failed`] }
      : run(suite);

  const begin = (suite: Suite): void => {
    const one = resultOf(suite)
      .then((result) => void results.set(suite.name, result))
      .finally(() => running.delete(one));
    running.add(one);
  };

  while (waiting.length > 0 || running.size > 0) {
    const next = running.size < lanes ? waiting.findIndex(isReady) : -1;
    const [suite] = next === -1 ? [] : waiting.splice(next, 1);
    if (suite) begin(suite);
    else await Promise.race(running);
  }
  return suites.flatMap(({ name }) => results.get(name) ?? []);
}
