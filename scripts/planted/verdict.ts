import { vitestReport } from '../suites/failures.ts';
import type { Witness } from './plant.ts';

/** NOTICED by an assertion of the witness, or PASSED; anything else says nothing of the bug, and is told as it is. */
export type Verdict = { readonly kind: 'NOTICED' | 'PASSED' } | { readonly kind: 'UNCLEAR'; readonly why: string };

const unclear = (why: string): Verdict => ({ kind: 'UNCLEAR', why });

/** How the assertions of vitest begin; a test that breaks on its way begins otherwise. */
const assertion = /^(AssertionError\b|Error: (expected|promise resolved|promise rejected) )/;

/** What a witness says in the report of a run, whose files lie below `root`. */
export const verdictOf = (report: unknown, root: string, { file, test }: Witness): Verdict => {
  const parsed = vitestReport.safeParse(report);
  if (!parsed.success) return unclear('the tests did not run');
  const result = parsed.data.testResults.find(({ name }) => name === `${root}/${file}`);
  if (result === undefined) return unclear(`there is no ${file}`);
  if (result.assertionResults.length === 0) return unclear(`${file} does not load: ${result.message.split('\n')[0]}`);
  const told = result.assertionResults.find(({ fullName }) => fullName === test);
  if (told === undefined) return unclear(`there is no test "${test}" in ${file}`);
  if (told.status === 'passed') return { kind: 'PASSED' };
  const [message = 'it was not run'] = told.failureMessages;
  return told.failureMessages.some((one) => assertion.test(one))
    ? { kind: 'NOTICED' }
    : unclear(`"${test}" failed without an assertion: ${message.split('\n')[0]}`);
};
