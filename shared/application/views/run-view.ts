import type { Participant, ValidationStep } from '../../domain/participant/state.ts';
import { runProblems } from '../../domain/validation-run/problems.ts';
import type { RuleResult, ValidationRun } from '../../domain/validation-run/state.ts';
import type { RunId } from '../../kernel/ids.ts';
import type { Caller } from '../caller.ts';
import type { Store } from '../ports/store.ts';
import type { Transition } from '../ports/unit-of-work.ts';
import { runsViewedByCaller } from '../runs/viewed.ts';
import { type WaitingTime, waitingTime } from '../runs/waiting-time.ts';

export interface RunExtras extends WaitingTime {
  readonly viewed: boolean;
}

const startedAt = (run: ValidationRun) => ('startedAt' in run ? run.startedAt : null);
const finishedAt = (run: ValidationRun) => ('finishedAt' in run ? run.finishedAt : null);

// The columns are told with the rows.
const ruleView = ({ columns: _columns, ...result }: RuleResult) => result;

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
    summary: results.map(ruleView),
    recordsRead: run.status === 'COMPLETED' ? run.recordsRead : null,
    problem: 'problemCode' in run ? runProblems[run.problemCode] : null,
    problemCode: 'problemCode' in run ? run.problemCode : null,
  };
};

const isOpen = ({ status }: ValidationRun): boolean => status === 'QUEUED' || status === 'RUNNING';

/** Runs that wait, in the order in which they are taken; not asked for where none of these waits. */
const waitingFor = async (store: Store, runs: readonly ValidationRun[]): Promise<readonly ValidationRun[]> =>
  runs.some(({ status }) => status === 'QUEUED')
    ? (await store.queuedRuns()).map(({ state }) => state).filter(({ status }) => status === 'QUEUED')
    : [];

/** What is said of these runs besides themselves, read once for all of them. A list is its own history. */
export const extrasOf = async (
  store: Store,
  caller: Caller,
  runs: readonly ValidationRun[],
  history: readonly ValidationRun[] = runs,
): Promise<(run: ValidationRun) => RunExtras> => {
  const [viewed, waiting] = await Promise.all([runsViewedByCaller(store, caller, runs), waitingFor(store, runs)]);
  return (run) => ({ viewed: viewed.has(run.id), ...waitingTime(run, caller.now, { waiting, history }) });
};

/** Everything about some runs for this person. */
export const runsWithExtras = async (store: Store, caller: Caller, runs: readonly ValidationRun[]) => {
  const extras = await extrasOf(store, caller, runs);
  return runs.map((run) => runView(run, extras(run)));
};

/** One run; while it is under way, what its participant's runs took tells how long it will be. */
export const runWithExtras = async (store: Store, caller: Caller, run: ValidationRun) => {
  const history = isOpen(run) ? (await store.runsOf(run)).map(({ state }) => state) : [];
  return runView(run, (await extrasOf(store, caller, [run], history))(run));
};

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
