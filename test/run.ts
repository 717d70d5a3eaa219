/**
 * The test command: `npm test` runs every suite, `npm test -- unit lint` those named, `npm run test:long` the long ones
 * (`--long`) in the same way. All of them run, whatever fails;
 * the last line is the sum, and the exit code is 1 when anything failed.
 */
import { parseArgs } from 'node:util';
import { longSuites } from '../scripts/suites/long-suites.ts';
import { sumOf } from '../scripts/suites/count.ts';
import { runSuite, type SuiteResult } from '../scripts/suites/run-suite.ts';
import { type Suite, suites, suitesNamed } from '../scripts/suites/suites.ts';

const results: SuiteResult[] = [];

const { positionals, values } = parseArgs({ allowPositionals: true, options: { long: { type: 'boolean' } } });

for (const suite of suitesNamed(positionals, values.long === true ? longSuites : suites)) {
  console.log(`\n== ${suite.name}`);
  results.push(isBlocked(suite) ? blocked(suite) : await runSuite(suite));
}

console.log('');
for (const result of results) console.log(lineOf(result));
const { passed, failed } = sumOf(results.map(({ count }) => count));
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function isBlocked({ needs }: Suite): boolean {
  return results.some(({ suite, count }) => suite.name === needs && count.failed > 0);
}

function blocked(suite: Suite): SuiteResult {
  console.error(`${suite.name}: not run, since ${suite.needs ?? ''} failed.`);
  return { suite, count: { passed: 0, failed: 1 }, seconds: 0 };
}

function lineOf({ suite, count, seconds }: SuiteResult): string {
  const verdict = count.failed === 0 ? 'ok    ' : 'FAILED';
  const time = `${seconds.toFixed(1).padStart(6)} s of ${suite.budgetSeconds} s`;
  const over = seconds > suite.budgetSeconds ? '  OVER BUDGET' : '';
  return `${verdict} ${suite.name.padEnd(14)} ${String(count.passed).padStart(5)} ok ${String(count.failed).padStart(4)} not ${time}${over}`;
}
