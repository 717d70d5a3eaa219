/**
 * The test command: `npm test` runs every suite, `npm test -- unit lint` those named, `npm run test:long` the long ones
 * (`--long`) in the same way. All of them run, whatever fails;
 * the last line is the sum, and the exit code is 1 when anything failed.
 */
import { parseArgs } from 'node:util';
import { longSuites } from '../scripts/suites/long-suites.ts';
import { sumOf } from '../scripts/suites/count.ts';
import { runInLanes } from '../scripts/suites/lanes.ts';
import { runSuite, type SuiteResult } from '../scripts/suites/run-suite.ts';
import { lanes, suites, suitesNamed } from '../scripts/suites/suites.ts';

// So that the suites end with us.
process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));

const { positionals, values } = parseArgs({ allowPositionals: true, options: { long: { type: 'boolean' } } });
const chosen = suitesNamed(positionals, values.long === true ? longSuites : suites);
const results = await runInLanes(chosen, values.long === true ? 1 : lanes, runSuite);

console.log('');
for (const result of results) console.log(lineOf(result));
for (const { suite, failures } of results)
  if (failures.length > 0) console.log(['', `${suite.name}: what failed`, ...failures].join('\n'));
const { passed, failed } = sumOf(results.map(({ count }) => count));
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function lineOf({ suite, count, seconds }: SuiteResult): string {
  const verdict = count.failed === 0 ? 'ok    ' : 'FAILED';
  const time = `${seconds.toFixed(1).padStart(6)} s of ${suite.budgetSeconds} s`;
  const over = seconds > suite.budgetSeconds ? '  OVER BUDGET' : '';
  return `${verdict} ${suite.name.padEnd(14)} ${String(count.passed).padStart(5)} ok ${String(count.failed).padStart(4)} not ${time}${over}`;
}
