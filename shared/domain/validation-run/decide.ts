import type { Instant } from '../../kernel/instant.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { type ByType, dispatch } from '../by-type.ts';
import type { Decision } from '../decision.ts';
import { refusal } from '../refusal.ts';
import type { QueueRun, RunCommand } from './commands.ts';
import type { RunHappening, RunQueued } from './happenings.ts';
import type { RunProblemCode } from './problems.ts';
import type { RuleResult, ValidationRun } from './state.ts';

interface RunContext {
  readonly now: Instant;
}
type RunDecision = Decision<RunHappening>;

/** How often a run goes back to the queue after its worker was lost; then it fails. */
const maxRequeues = 2;

export const isEnded = (run: ValidationRun): boolean => run.status !== 'QUEUED' && run.status !== 'RUNNING';

/** What keeps a step from being completed: rows of Fatal rules, and Fatal rules that could not be run. */
export const blockersOf = (results: readonly RuleResult[]): number =>
  results
    .filter((result) => result.severity === 'FATAL')
    .reduce((sum, result) => sum + (result.outcome === 'ERRORED' ? 1 : blockingRows(result)), 0);

const blockingRows = ({ outcome, count }: RuleResult): number => (outcome === 'FINDINGS' ? count : 0);

const failed = (problemCode: RunProblemCode, { now }: RunContext): RunDecision =>
  ok([{ type: 'RunFailed', at: now, problemCode }]);

const whileRunning = (run: ValidationRun, then: () => RunDecision): RunDecision =>
  run.status === 'RUNNING' ? then() : ok([]);

const untilEnded = (run: ValidationRun, then: () => RunDecision): RunDecision => (isEnded(run) ? ok([]) : then());

const deciders: ByType<RunCommand, ValidationRun, RunContext, RunDecision> = {
  startRun: (run, _command, { now }) => ok(run.status === 'QUEUED' ? [{ type: 'RunStarted', at: now }] : []),
  completeRun: (run, { outcome }, { now }) =>
    whileRunning(run, () => ok([{ type: 'RunCompleted', at: now, outcome, blockers: blockersOf(outcome.results) }])),
  failRun: (run, { problemCode }, context) => untilEnded(run, () => failed(problemCode, context)),
  cancelRun: (run, _command, { now }) =>
    isEnded(run)
      ? refuse(refusal('RUN_FINISHED', { status: run.status }))
      : ok([{ type: 'RunCancelled', at: now, problemCode: 'RUN_CANCELLED' }]),
  requeueRun: (run, _command, context) =>
    whileRunning(run, () =>
      run.requeues < maxRequeues ? ok([{ type: 'RunRequeued' }]) : failed('RUN_INTERRUPTED', context),
    ),
  supersedeRun: (run, _command, { now }) =>
    untilEnded(run, () => ok([{ type: 'RunSuperseded', at: now, problemCode: 'RUN_REPLACED' }])),
};

/**
 * A run ends exactly once: whatever a late or repeated message says about an ended run changes nothing. Only a person who
 * cancels one that has ended is told so.
 */
export const decideRun = (run: ValidationRun, command: RunCommand, context: RunContext): RunDecision =>
  dispatch(deciders, run, command, context);

export const decideQueueRun = ({ run }: QueueRun, { now }: RunContext): Decision<RunQueued> =>
  ok([{ type: 'RunQueued', run: { ...run, status: 'QUEUED', queuedAt: now, requeues: 0 } }]);

/** A retry is a new run; only what ended without a result is retried. */
export const decideRetry = (run: ValidationRun): Decision<never> =>
  run.status === 'FAILED' || run.status === 'CANCELLED'
    ? ok([])
    : refuse(refusal('RUN_NOT_FAILED', { status: run.status }));
