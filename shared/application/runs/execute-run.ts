import { join } from 'node:path';
import type { ParticipantCommand } from '../../domain/participant/commands.ts';
import type { RunOutcome } from '../../domain/validation-run/commands.ts';
import { blockersOf } from '../../domain/validation-run/decide.ts';
import { type RunProblemCode, runProblems } from '../../domain/validation-run/problems.ts';
import type { ValidationRun } from '../../domain/validation-run/state.ts';
import type { RunId } from '../../kernel/ids.ts';
import type { Caller } from '../caller.ts';
import type { ReportHeader } from '../ports/engine.ts';
import { systemCaller } from '../system-caller.ts';
import { prepareJob } from './prepare-job.ts';
import { recordOnRunAlone, recordRun, type RunRecord } from './record-run.ts';
import type { RunPorts } from './run-ports.ts';
import { findingsKey, reportHeader, reportKey } from './report-objects.ts';

/** What the queue is to do with the message. LEFT: somebody else works on it or it has ended, so the message is done. */
export type Execution = 'DONE' | 'LEFT';

export const isOpen = (run: ValidationRun): boolean => run.status === 'QUEUED' || run.status === 'RUNNING';

const validate = async (ports: RunPorts, caller: Caller, run: ValidationRun, abort: AbortSignal): Promise<RunOutcome> =>
  ports.folders.within(async (folder) => {
    const outcome = await ports.engine.run(await prepareJob(ports, run, folder), abort);
    const findings = await ports.objects.putFile(
      'reports',
      findingsKey(run.id, caller.now),
      outcome.findingsFile,
      'application/vnd.apache.parquet',
    );
    const header: ReportHeader = await reportHeader(ports.store, run, caller.now, caller.agency.timeZone);
    const target = join(folder, `report.${run.format}`);
    await ports.reports.write(run.format, header, outcome.results, outcome.findingsFile, target);
    await ports.objects.putFile('reports', reportKey(findings, run.format), target, 'application/octet-stream');
    const { results, recordsRead, engineVersion } = outcome;
    return { results, findings, recordsRead, engineVersion };
  });

type StepOfRun = Pick<Extract<ParticipantCommand, { readonly type: 'recordRunStarted' }>, 'runId' | 'step' | 'round'>;

/** What the participant is told of its step's run; of a run of the state's own it is told nothing. */
const onStep = (
  { id: runId, step, round }: ValidationRun,
  command: (of: StepOfRun) => NonNullable<RunRecord['participant']>,
): RunRecord['participant'] => (step === null ? null : command({ runId, step, round }));

/** For its participant a run that comes back from a lost worker has been running all the time. */
const begin = (ports: RunPorts, caller: Caller, run: ValidationRun): Promise<void> =>
  run.requeues > 0
    ? recordOnRunAlone(ports, caller, run, { type: 'startRun' })
    : recordRun(ports, caller, run, {
        participant: onStep(run, (of) => ({ type: 'recordRunStarted', ...of })),
        run: { type: 'startRun' },
      });

/** Ends a run with a reason a person can read. */
export const failRun = (
  ports: Pick<RunPorts, 'store' | 'unitOfWork' | 'journal' | 'ids' | 'clock'>,
  caller: Caller,
  run: ValidationRun,
  problemCode: RunProblemCode,
): Promise<void> =>
  recordRun(ports, caller, run, {
    participant: onStep(run, (of) => ({
      type: 'recordRunEnded',
      ...of,
      outcome: 'FAILED',
      blockers: null,
      problem: runProblems[problemCode],
    })),
    run: { type: 'failRun', problemCode },
  });

/** A worker that was only slow keeps what it found to itself once somebody else has taken its run over. */
const end = async (ports: RunPorts, run: ValidationRun, owner: string, abort: AbortSignal): Promise<Execution> => {
  const caller = await systemCaller(ports, 'run-worker', run.id);
  const outcome = await validate(ports, caller, run, abort);
  if (!(await ports.leases.renew(run.id, owner, ports.clock.now()))) return 'LEFT';
  await recordRun(ports, caller, run, {
    participant: onStep(run, (of) => ({
      type: 'recordRunEnded',
      ...of,
      outcome: 'COMPLETED',
      blockers: blockersOf(outcome.results),
      problem: null,
    })),
    run: { type: 'completeRun', outcome },
  });
  return 'DONE';
};

/**
 * Works on one run under a lease: delivered twice, it is done once; objects are durable before the record says so. Throws
 * on faults of the surroundings, so that the queue delivers it again; what cannot work is the caller's to fail.
 */
export const executeRun = async (ports: RunPorts, id: RunId, owner: string, abort: AbortSignal): Promise<Execution> => {
  const first = await ports.store.load('run', id);
  if (first === undefined || !isOpen(first.state)) return 'LEFT';
  if (!(await ports.leases.take(id, owner, ports.clock.now()))) return 'LEFT';
  try {
    if (first.state.status === 'QUEUED') await begin(ports, await systemCaller(ports, 'run-worker', id), first.state);
    const started = await ports.store.load('run', id);
    if (started?.state.status !== 'RUNNING') return 'LEFT';
    return await end(ports, started.state, owner, abort);
  } finally {
    await ports.leases.release(id, owner);
  }
};
