import { chainOf } from '../../application/audit/chain.ts';
import { type ValidationStep, validationSteps } from '../../domain/participant/state.ts';
import type { CompletedRun, ValidationRun } from '../../domain/validation-run/state.ts';
import { runId } from '../../kernel/ids.ts';
import { at, numberAt, textAt } from '../fields.ts';
import { type Found, none, type Part, unless } from '../invariant.ts';
import { isClearlyBefore } from '../leeway.ts';
import type { Submitting } from './submissions.ts';

interface StepRules {
  readonly method: string;
  readonly hasGroups: boolean;
}

const runOf = ({ own }: Part, id: string): ValidationRun | undefined => {
  const row = own.entities.get(chainOf('run', runId(id)));
  return row?.entity === 'run' ? row.state : undefined;
};

const wasOpened = ({ own }: Part, run: CompletedRun, user: string, completedAt: string): boolean =>
  own
    .rows('view')
    .some(
      ({ view }) =>
        view.runId === run.id &&
        view.userId === user &&
        !isClearlyBefore(view.at, run.finishedAt) &&
        !isClearlyBefore(completedAt, view.at),
    );

/** What is wrong with the run on which a step was completed. */
const runFaults = (part: Part, { before, user }: Submitting, step: ValidationStep, completedAt: string): Found => {
  const completed = textAt(before, 'tasks', user, 'completions', step, 'runId');
  const run = completed === undefined ? undefined : runOf(part, completed);
  if (run?.status !== 'COMPLETED') return ['it rests on a run that is not completed'];
  const snapshot = textAt(before, 'snapshot', 'snapshotId') ?? null;
  return [
    ...(run.blockers === 0 ? none : [`${run.id} has ${run.blockers} Fatal findings`]),
    ...(run.round === numberAt(before, 'round') ? none : [`${run.id} is of round ${run.round}`]),
    ...(run.id === textAt(before, 'steps', step, 'runId') ? none : [`${run.id} is not its newest run`]),
    ...(at(before, 'steps', step, 'stale') === true ? [`${run.id} is stale`] : none),
    ...(step !== 'snapshot-validation' || run.snapshotId === snapshot ? none : [`${run.id} is of another snapshot`]),
    ...(wasOpened(part, run, user, completedAt) ? none : [`the report of ${run.id} was not opened before`]),
  ];
};

const completion = (part: Part, rules: StepRules, submitting: Submitting, step: ValidationStep): Found => {
  const { before, user, entry } = submitting;
  const completedAt = textAt(before, 'tasks', user, 'completions', step, 'at');
  if (completedAt === undefined) return [`${entry.chain}: ${user} submitted without completing ${step}`];
  const faults = rules.hasGroups ? runFaults(part, submitting, step, completedAt) : none;
  return faults.map((fault) => `${entry.chain}: ${user} submitted on ${step}, and ${fault}`);
};

const signature = ({ method }: StepRules, { entry, before, user, submission }: Submitting): Found => {
  const signed = textAt(submission, 'dataHash');
  if (method === 'NONE')
    return unless(
      signed === textAt(before, 'steps', 'state-validation', 'dataHash'),
      entry.chain,
      `${user} signed other data than he validated`,
    );
  const isCurrent =
    textAt(before, 'snapshot', 'status') === 'COMPLETED' &&
    textAt(submission, 'snapshotId') === textAt(before, 'snapshot', 'snapshotId') &&
    signed === textAt(before, 'snapshot', 'contentHash');
  return unless(isCurrent, entry.chain, `${user} signed another snapshot than the current one`);
};

/** Every required step completed on a run that counts, its report opened before, and the current snapshot signed. */
export const judgeEvidence = (part: Part, rules: StepRules, submitting: Submitting): Found => {
  const required = validationSteps.filter((step) => step !== 'snapshot-validation' || rules.method !== 'NONE');
  return [...required.flatMap((step) => completion(part, rules, submitting, step)), ...signature(rules, submitting)];
};
