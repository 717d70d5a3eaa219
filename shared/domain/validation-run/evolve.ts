import { type ByType, dispatch } from '../by-type.ts';
import type { RunHappening } from './happenings.ts';
import type { EndedRun, QueuedRun, RunningRun, ValidationRun } from './state.ts';

type Ending = Pick<EndedRun, 'status' | 'finishedAt' | 'problemCode'>;

/** What a run is from its queueing on, whatever becomes of it. */
const identityOf = (run: ValidationRun): Omit<QueuedRun, 'status'> => ({
  id: run.id,
  certificationEventId: run.certificationEventId,
  organizationId: run.organizationId,
  districtId: run.districtId,
  step: run.step,
  group: run.group,
  lane: run.lane,
  title: run.title,
  format: run.format,
  round: run.round,
  revision: run.revision,
  snapshotId: run.snapshotId,
  dataVersions: run.dataVersions,
  dataHash: run.dataHash,
  requestedBy: run.requestedBy,
  queuedAt: run.queuedAt,
  retryOf: run.retryOf,
  size: run.size,
  requeues: run.requeues,
});

const ended = (run: ValidationRun, ending: Ending): EndedRun => ({ ...identityOf(run), ...ending });

const running = (run: ValidationRun): RunningRun => {
  if (run.status === 'RUNNING') return run;
  throw new Error(`run ${run.id} is ${run.status}, not RUNNING`);
};

const evolutions: ByType<RunHappening, ValidationRun, undefined, ValidationRun> = {
  RunQueued: (_run, { run }) => run,
  RunStarted: (run, { at }) => ({ ...identityOf(run), status: 'RUNNING', startedAt: at }),
  RunCompleted: (run, { at, outcome, blockers }) => ({
    ...running(run),
    status: 'COMPLETED',
    finishedAt: at,
    ...outcome,
    blockers,
  }),
  RunFailed: (run, { at, problemCode }) => ended(run, { status: 'FAILED', finishedAt: at, problemCode }),
  RunCancelled: (run, { at, problemCode }) => ended(run, { status: 'CANCELLED', finishedAt: at, problemCode }),
  RunRequeued: (run) => ({ ...identityOf(run), status: 'QUEUED', requeues: run.requeues + 1 }),
  RunSuperseded: (run, { at, problemCode }) => ended(run, { status: 'SUPERSEDED', finishedAt: at, problemCode }),
};

export const evolveRun = (run: ValidationRun, happening: RunHappening): ValidationRun =>
  dispatch(evolutions, run, happening, undefined);
