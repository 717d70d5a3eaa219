import type { RunPorts } from '../../../shared/application/runs/run-ports.ts';
import type { RunId } from '../../../shared/kernel/ids.ts';

export interface KeptLease {
  /** Fires when somebody else has taken the run over: then this worker must stop. */
  readonly lost: AbortSignal;
  readonly stop: () => void;
}

const heartbeatMillis = 20_000;

/** Renews the lease three times in its 60 seconds. A renewal that fails is tried at the next beat. */
export const keepLease = (ports: Pick<RunPorts, 'leases' | 'clock'>, runId: RunId, owner: string): KeptLease => {
  const controller = new AbortController();
  const beat = setInterval(() => {
    void ports.leases.renew(runId, owner, ports.clock.now()).then(
      (kept) => kept || controller.abort(new Error('the lease is lost')),
      () => undefined,
    );
  }, heartbeatMillis);
  return { lost: controller.signal, stop: () => clearInterval(beat) };
};
