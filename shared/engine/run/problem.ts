/** Why a rule has no answer, beside the codes of the gate. */
export const ruleProblemCodes = [
  'RULE_TIMED_OUT',
  'RULE_NOT_BEGUN',
  'RULE_OUT_OF_MEMORY',
  'RULE_FAILED',
  'RULE_NOT_JUDGED',
  'RULE_ENGINE_ENDED',
  'RULE_SLOW_JOIN',
  'DATASET_NOT_DELIVERED',
  'NOTHING_CERTIFIED_BEFORE',
] as const;
type RuleProblemCode = (typeof ruleProblemCodes)[number];

/** `facts` is what the sentence says besides its code: numbers, names of datasets; never a value of a row. */
export interface RunProblem {
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly detail: string;
}

const problem = (code: RuleProblemCode, detail: string, facts: RunProblem['facts'] = {}): RunProblem => ({
  code,
  facts,
  detail,
});

export const timedOut = (allowed: number): RunProblem => {
  const seconds = String(Math.round(allowed * 10) / 10);
  return problem('RULE_TIMED_OUT', `The rule was stopped after ${seconds} seconds.`, { seconds });
};

export const notBegun = problem('RULE_NOT_BEGUN', 'The time of the run was over before the rule could begin.');

export const notJudged = problem(
  'RULE_NOT_JUDGED',
  'The rule could not be read because of a mistake in Attest, of which its operators are told.',
);

export const engineEnded = problem(
  'RULE_ENGINE_ENDED',
  'The engine ended while it ran this rule, most likely because the rule needs too much memory.',
);

const named = (datasets: readonly string[]): string => datasets.join(', ');

export const notDelivered = (datasets: readonly string[]): RunProblem =>
  problem('DATASET_NOT_DELIVERED', `Never delivered: ${named(datasets)}.`, { datasets: named(datasets) });

export const nothingCertified = (datasets: readonly string[]): RunProblem =>
  problem('NOTHING_CERTIFIED_BEFORE', `No snapshot certified in an earlier year holds: ${named(datasets)}.`, {
    datasets: named(datasets),
  });

// Two processors compare about this many pairs of plain values in a second, and fewer of anything else.
const pairsPerSecond = 1_000_000_000;

/** A join that would still compare pairs when its time is over is not begun: the other rules get that time. */
export const tooManyPairs = (pairs: number, seconds: number): RunProblem | null =>
  pairs <= pairsPerSecond * seconds
    ? null
    : problem(
        'RULE_SLOW_JOIN',
        `A join of the rule compares every row with every row, about ${pairs.toExponential(0)} pairs, and would not end in ${seconds} seconds. Join by an equality of columns.`,
        { pairs: pairs.toExponential(0), seconds: String(seconds) },
      );

const outOfMemory = problem('RULE_OUT_OF_MEMORY', 'The rule needs more memory than a rule may have.');

const kinds = ['Conversion Error', 'Out of Range Error', 'Invalid Input Error', 'Serialization Error', 'IO Error'];

/** What DuckDB said names the kind of trouble, but may quote the value that made it: only the kind is passed on. */
export const failed = (fault: unknown): RunProblem => {
  const message = fault instanceof Error ? fault.message : String(fault);
  if (/out of memory|bad allocation/i.test(message)) return outOfMemory;
  const kind = kinds.find((known) => message.startsWith(known));
  return kind === undefined
    ? problem('RULE_FAILED', 'The rule stopped with an error.')
    : problem('RULE_FAILED', `The rule stopped with ${kind}.`, { kind });
};
