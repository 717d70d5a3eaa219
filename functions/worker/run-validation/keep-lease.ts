import { isOpen } from '../../../shared/application/runs/execute-run.ts';
import type { RunPorts } from '../../../shared/application/runs/run-ports.ts';
import type { RunId } from '../../../shared/kernel/ids.ts';

/** Somebody else has taken the run over, or it was ended meanwhile: this worker has nothing left to do. */
export class RunLost extends Error {}

export interface KeptLease {
  /** Fires with RunLost. */
  readonly lost: AbortSignal;
  readonly stop: () => void;
}

const heartbeatMillis = 20_000;

/** Renews the lease three times in its 60 seconds, while the run is open. A beat that fails is made up for by the next. */
export const keepLease = (
  ports: Pick<RunPorts, 'leases' | 'clock' | 'store'>,
  runId: RunId,
  owner: string,
): KeptLease => {
  const controller = new AbortController();
  const isKept = async (): Promise<boolean> => {
    if (!(await ports.leases.renew(runId, owner, ports.clock.now()))) return false;
    const run = await ports.store.load('run', runId);
    return run !== undefined && isOpen(run.state);
  };
  const beat = setInterval(() => {
    void isKept().then(
      (kept) => kept || controller.abort(new RunLost('the run is lost')),
      () => undefined,
    );
  }, heartbeatMillis);
  return { lost: controller.signal, stop: () => clearInterval(beat) };
};
