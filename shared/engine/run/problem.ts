/** Why a rule has no answer, beside the codes of the gate. */
export type RunProblemCode =
  | 'RULE_TIMED_OUT'
  | 'RULE_OUT_OF_MEMORY'
  | 'RULE_FAILED'
  | 'RULE_ENGINE_ENDED'
  | 'DATASET_NOT_DELIVERED';

export interface RunProblem {
  readonly code: string;
  readonly detail: string;
}

const problem = (code: RunProblemCode, detail: string): RunProblem => ({ code, detail });

export const timedOut = (seconds: number): RunProblem =>
  problem('RULE_TIMED_OUT', `The rule was stopped after ${seconds} seconds.`);

export const engineEnded = problem(
  'RULE_ENGINE_ENDED',
  'The engine ended while it ran this rule, most likely because the rule needs too much memory.',
);

export const notDelivered = (datasets: readonly string[]): RunProblem =>
  problem('DATASET_NOT_DELIVERED', `Never delivered: ${datasets.join(', ')}.`);

const outOfMemory = problem('RULE_OUT_OF_MEMORY', 'The rule needs more memory than a rule may have.');

const kinds = ['Conversion Error', 'Out of Range Error', 'Invalid Input Error', 'Serialization Error', 'IO Error'];

/** What DuckDB said names the kind of trouble, but may quote the value that made it: only the kind is passed on. */
export const failed = (fault: unknown): RunProblem => {
  const message = fault instanceof Error ? fault.message : String(fault);
  if (/out of memory|bad allocation/i.test(message)) return outOfMemory;
  const kind = kinds.find((known) => message.startsWith(known)) ?? 'an error';
  return problem('RULE_FAILED', `The rule stopped with ${kind}.`);
};
