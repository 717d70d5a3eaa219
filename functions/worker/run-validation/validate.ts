import { executeRun, failRun } from '../../../shared/application/runs/execute-run.ts';
import type { RunPorts } from '../../../shared/application/runs/run-ports.ts';
import { systemCaller } from '../../../shared/application/system-caller.ts';
import { EngineFault } from '../../../shared/engine/sandbox/engine-process.ts';
import type { RunId } from '../../../shared/kernel/ids.ts';
import type { Delivery } from '../../../shared/runtime/worker-handler.ts';
import { keepLease } from './keep-lease.ts';

/** Time kept back to write down what became of the run before the function itself is stopped. */
const reserveMillis = 15_000;

/** One run under its lease. A lost lease or the end of the function's time stops the engine. */
export const validate = async (ports: RunPorts, runId: RunId, delivery: Delivery): Promise<void> => {
  const timeout = AbortSignal.timeout(Math.max(1_000, delivery.remainingMillis() - reserveMillis));
  const lease = keepLease(ports, runId, delivery.owner);
  try {
    await executeRun(ports, runId, delivery.owner, AbortSignal.any([timeout, lease.lost]));
  } finally {
    lease.stop();
  }
};

const isOutOfTime = (fault: unknown): boolean => fault instanceof DOMException && fault.name === 'TimeoutError';

/** What the engine cannot do fails the run with a reason; other faults go back to the queue. */
export const failHopeless = async (ports: RunPorts, runId: RunId, fault: unknown): Promise<boolean> => {
  if (!(fault instanceof EngineFault) && !isOutOfTime(fault)) return false;
  const run = await ports.store.load('run', runId);
  if (run) await failRun(ports, await systemCaller(ports, 'run-worker', runId), run.state, 'RUN_DATA_UNREADABLE');
  return true;
};
