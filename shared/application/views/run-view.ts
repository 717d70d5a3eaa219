import type { Participant, ValidationStep } from '../../domain/participant/state.ts';
import type { ValidationRun } from '../../domain/validation-run/state.ts';
import type { RunId } from '../../kernel/ids.ts';
import type { Caller } from '../caller.ts';
import type { Store } from '../ports/store.ts';
import type { Transition } from '../ports/unit-of-work.ts';
import { viewedByCaller } from '../runs/viewed.ts';

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

export const queueExtras = async (
  store: Store,
  run: ValidationRun,
): Promise<Pick<RunExtras, 'queuePosition' | 'etaSeconds'>> => {
  if (run.status !== 'QUEUED')
    return { queuePosition: null, etaSeconds: run.status === 'RUNNING' ? secondsPerRun : null };
  const waiting = (await store.queuedRuns()).filter((read) => read.state.status === 'QUEUED');
  const place = waiting.findIndex((read) => read.state.id === run.id);
  const queuePosition = place < 0 ? waiting.length + 1 : place + 1;
  return { queuePosition, etaSeconds: secondsPerRun * Math.ceil(queuePosition / workers) };
};

/** Everything about one run for this person. */
export const runWithExtras = async (store: Store, caller: Caller, run: ValidationRun) =>
  runView(run, { viewed: await viewedByCaller(store, caller, run.id), ...(await queueExtras(store, run)) });

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
