import { failRun } from '../../../shared/application/runs/execute-run.ts';
import type { RunPorts } from '../../../shared/application/runs/run-ports.ts';
import { systemCaller } from '../../../shared/application/system-caller.ts';
import type { RunProblemCode } from '../../../shared/domain/validation-run/problems.ts';
import { EngineFault } from '../../../shared/engine/sandbox/engine-process.ts';
import type { RunId } from '../../../shared/kernel/ids.ts';
import { RunLost } from './keep-lease.ts';

const isOutOfTime = (fault: unknown): boolean => fault instanceof DOMException && fault.name === 'TimeoutError';

const problemOf = (fault: unknown): RunProblemCode | null => {
  if (isOutOfTime(fault)) return 'RUN_OUT_OF_TIME';
  return fault instanceof EngineFault ? 'RUN_DATA_UNREADABLE' : null;
};

/** What the engine cannot do fails the run with a reason, and a lost run is let go; other faults go back to the queue. */
export const failHopeless = async (ports: Omit<RunPorts, 'engine'>, runId: RunId, fault: unknown): Promise<boolean> => {
  if (fault instanceof RunLost) return true;
  const problem = problemOf(fault);
  if (problem === null) return false;
  const run = await ports.store.load('run', runId);
  if (run) await failRun(ports, await systemCaller(ports, 'run-worker', runId), run.state, problem);
  return true;
};
