import type { RunPorts } from '../../../shared/application/runs/run-ports.ts';
import { executeRun, failRun } from '../../../shared/application/runs/execute-run.ts';
import { systemCaller } from '../../../shared/application/system-caller.ts';
import type { RunId } from '../../../shared/kernel/ids.ts';
import { outcomeEngine } from './outcome-engine.ts';
import type { RunOutcome } from './played.ts';

type Ports = Omit<RunPorts, 'engine'>;

/** A worker that does not answer: it holds its run until it is let go, or is gone for good. */
interface Hung {
  readonly answer: (outcome: RunOutcome) => void;
  readonly done: Promise<unknown>;
}

const neverAborted = () => new AbortController().signal;

/** The workers of the queue, each delivery another one. */
export const workersOf = (ports: Ports, runs: RunId[]) => {
  const hung: Hung[] = [];
  let deliveries = 0;
  const nextOwner = (): string => {
    deliveries += 1;
    return `worker-${deliveries}`;
  };

  const workOn = async (id: RunId, outcome: RunOutcome): Promise<void> => {
    const engine = outcomeEngine(outcome);
    const fault = await engine.faultOf(executeRun({ ...ports, engine }, id, nextOwner(), neverAborted()));
    const run = await ports.store.load('run', id);
    if (fault !== null && run !== undefined)
      await failRun(ports, await systemCaller(ports, 'run-worker', id), run.state, 'RUN_DATA_UNREADABLE');
  };

  /** Resolves when the worker is at work, or has found nothing to do. */
  const hangOn = async (id: RunId): Promise<void> => {
    const begun = Promise.withResolvers<undefined>();
    const answered = Promise.withResolvers<RunOutcome>();
    const engine = {
      run: async (...job: Parameters<RunPorts['engine']['run']>) => {
        begun.resolve(undefined);
        return outcomeEngine(await answered.promise).run(...job);
      },
    };
    const done = executeRun({ ...ports, engine }, id, nextOwner(), neverAborted());
    await Promise.race([begun.promise, done]);
    hung.push({ answer: answered.resolve, done });
  };

  return {
    work: async (outcome: RunOutcome): Promise<void> => {
      for (const id of runs.splice(0)) await workOn(id, outcome);
    },
    hang: async (): Promise<void> => {
      for (const id of runs.splice(0)) await hangOn(id);
    },
    /** Whoever hung answers after all, one after the other. */
    late: async (): Promise<void> => {
      for (const { answer, done } of hung.splice(0)) {
        answer('CLEAN');
        await done;
      }
    },
  };
};
