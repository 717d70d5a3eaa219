import type { QueuedRun, RunningRun, ValidationRun } from '../../domain/validation-run/state.ts';
import { type Instant, millisOf } from '../../kernel/instant.ts';
import { workers } from './waiting-time.ts';

/** Longer than a function works on a run, and than a message needs from a queue with nothing before it to a worker. */
const patienceMillis = 900_000;

const since = (run: QueuedRun | RunningRun): Instant => (run.status === 'RUNNING' ? run.startedAt : run.queuedAt);

/**
 * Runs whose message must have been lost, of those that have not ended, in the order of the queue. One that runs: its worker
 * met a fault and gave it back, and the message never came again. One that waits: at the front of the queue only, since
 * further back a state-wide validation waits long and rightly. Whoever is at work on one after all holds its lease and keeps it.
 */
export const forgottenRuns = (open: readonly ValidationRun[], now: Instant): readonly ValidationRun[] => {
  const running = open.filter((run) => run.status === 'RUNNING');
  const next = open.filter((run) => run.status === 'QUEUED').slice(0, workers);
  return [...running, ...next].filter((run) => millisOf(now) - millisOf(since(run)) > patienceMillis);
};
