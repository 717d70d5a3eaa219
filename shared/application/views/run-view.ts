import type { Participant, ValidationStep } from '../../domain/participant/state.ts';
import type { ValidationRun } from '../../domain/validation-run/state.ts';
import type { RunId } from '../../kernel/ids.ts';
import type { Caller } from '../caller.ts';
import type { Store } from '../ports/store.ts';
import type { Transition } from '../ports/unit-of-work.ts';
import { runsViewedByCaller } from '../runs/viewed.ts';

export interface RunExtras {
  readonly viewed: boolean;
  /** 1 is next; null once it has begun. */
  readonly queuePosition: number | null;
  readonly etaSeconds: number | null;
}

const startedAt = (run: ValidationRun) => ('startedAt' in run ? run.startedAt : null);
const finishedAt = (run: ValidationRun) => ('finishedAt' in run ? run.finishedAt : null);

/** A run as the API shows it. */
export const runView = (run: ValidationRun, extras: RunExtras) => {
  const results = run.status === 'COMPLETED' ? run.results : [];
  return {
    id: run.id,
    title: run.title,
    certificationEventId: run.certificationEventId,
    organizationId: run.organizationId,
    step: run.step,
    group: run.group && { groupId: run.group.groupId, name: run.group.name },
    lane: run.lane,
    format: run.format,
    retryOf: run.retryOf,
    snapshotId: run.snapshotId,
    status: run.status,
    queuedAt: run.queuedAt,
    startedAt: startedAt(run),
    finishedAt: finishedAt(run),
    progress: run.status === 'COMPLETED' ? { done: results.length, total: results.length } : null,
    queuePosition: extras.queuePosition,
    etaSeconds: extras.etaSeconds,
    viewed: extras.viewed,
    summary: results.map(({ dataset, ruleCode, ruleName, severity, outcome, count, problem }) => ({
      dataset,
      ruleCode,
      ruleName,
      severity,
      outcome,
      count,
      problem,
    })),
    recordsRead: run.status === 'COMPLETED' ? run.recordsRead : null,
    problem: 'problem' in run ? run.problem : null,
  };
};

// Of the runs seen so far a small district's takes about two seconds from start to end; the queue works on ten at a time.
const secondsPerRun = 2;
const workers = 10;

/** Runs that wait, in the order in which they are taken; not asked for where none of these waits. */
const waitingFor = async (store: Store, runs: readonly ValidationRun[]): Promise<readonly RunId[]> =>
  runs.some(({ status }) => status === 'QUEUED')
    ? (await store.queuedRuns()).flatMap(({ state }) => (state.status === 'QUEUED' ? [state.id] : []))
    : [];

const placeOf = (run: ValidationRun, waiting: readonly RunId[]): Pick<RunExtras, 'queuePosition' | 'etaSeconds'> => {
  if (run.status !== 'QUEUED')
    return { queuePosition: null, etaSeconds: run.status === 'RUNNING' ? secondsPerRun : null };
  const place = waiting.indexOf(run.id);
  const queuePosition = place < 0 ? waiting.length + 1 : place + 1;
  return { queuePosition, etaSeconds: secondsPerRun * Math.ceil(queuePosition / workers) };
};

/** What is said of these runs besides themselves, read once for all of them. */
export const extrasOf = async (
  store: Store,
  caller: Caller,
  runs: readonly ValidationRun[],
): Promise<(run: ValidationRun) => RunExtras> => {
  const [viewed, waiting] = await Promise.all([runsViewedByCaller(store, caller, runs), waitingFor(store, runs)]);
  return (run) => ({ viewed: viewed.has(run.id), ...placeOf(run, waiting) });
};

/** Everything about some runs for this person. */
export const runsWithExtras = async (store: Store, caller: Caller, runs: readonly ValidationRun[]) => {
  const extras = await extrasOf(store, caller, runs);
  return runs.map((run) => runView(run, extras(run)));
};

export const runWithExtras = async (store: Store, caller: Caller, run: ValidationRun) =>
  runView(run, (await extrasOf(store, caller, [run]))(run));

export type RunView = ReturnType<typeof runView>;

const writtenRun = (written: readonly Transition[], id: RunId): ValidationRun | undefined =>
  written.flatMap((transition) =>
    transition.entity === 'run' && transition.after.id === id ? [transition.after] : [],
  )[0];

/** A run as a commit leaves it: what it wrote, or what is there where it wrote nothing. */
export const runViewAfter = async (
  store: Store,
  caller: Caller,
  id: RunId,
  written: readonly Transition[],
): Promise<RunView> => {
  const run = writtenRun(written, id) ?? (await store.load('run', id))?.state;
  if (run === undefined) throw new Error(`run ${id} is gone`);
  return runWithExtras(store, caller, run);
};

/** The run a request has queued, or the one that was under way already. */
export const queuedRunView = async (
  store: Store,
  caller: Caller,
  request: { readonly after: Participant; readonly written: readonly Transition[]; readonly step: ValidationStep },
): Promise<RunView> => {
  const id = request.after.steps[request.step]?.runId;
  if (id === undefined) throw new Error(`no run of ${request.step} was queued`);
  return runViewAfter(store, caller, id, request.written);
};
