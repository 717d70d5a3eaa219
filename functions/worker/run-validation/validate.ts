import { executeRun } from '../../../shared/application/runs/execute-run.ts';
import type { RunPorts } from '../../../shared/application/runs/run-ports.ts';
import type { RunId } from '../../../shared/kernel/ids.ts';
import type { Delivery } from '../../../shared/runtime/worker-handler.ts';
import { keepLease } from './keep-lease.ts';

/** Time kept back to write down what became of the run before the function itself is stopped. */
const reserveMillis = 15_000;

/** One run under its lease. A lost run or the end of the function's time stops the engine. */
export const validate = async (ports: RunPorts, runId: RunId, delivery: Delivery): Promise<void> => {
  const timeout = AbortSignal.timeout(Math.max(1_000, delivery.remainingMillis() - reserveMillis));
  const lease = keepLease(ports, runId, delivery.owner);
  try {
    await executeRun(ports, runId, delivery.owner, AbortSignal.any([timeout, lease.lost]));
  } finally {
    lease.stop();
  }
};
