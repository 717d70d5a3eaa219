import type { ValidationRun } from '../../domain/validation-run/state.ts';
import { ok } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import { mustCommit } from '../flows/must-commit.ts';
import { handleCommand } from '../handle-command.ts';
import type { Lease, Leases } from '../ports/leases.ts';
import type { Ports } from '../ports/ports.ts';
import { failRun } from './execute-run.ts';
import { openFence } from './open-fence.ts';
import { runTransition } from './transition.ts';

export interface RecoveryPorts extends Ports {
  readonly leases: Leases;
}

const maxRequeues = 2;

/**
 * A worker was lost: its run goes back to the queue, at most twice, then it fails (ruling I). One that still waits, whose
 * message must have been lost, is sent again. The lease is taken first, so that a worker that was only slow cannot write any
 * more. After the close of its certification event it is cancelled.
 */
export const recoverRun = async (ports: RecoveryPorts, caller: Caller, lease: Pick<Lease, 'runId'>): Promise<void> => {
  const { runId } = lease;
  if (!(await ports.leases.take(runId, 'sweeper', caller.now))) return;
  const read = await ports.store.load('run', runId);
  const run = read?.state;
  if (run?.status === 'RUNNING' && run.requeues >= maxRequeues) await failRun(ports, caller, run, 'RUN_INTERRUPTED');
  else if (run?.status === 'QUEUED' || run?.status === 'RUNNING') await putBack(ports, caller, run);
  await ports.leases.release(runId, 'sweeper');
};

const putBack = async (ports: Ports, caller: Caller, run: ValidationRun): Promise<void> => {
  const { id, districtId, size } = run;
  mustCommit(
    await handleCommand(ports, {
      caller,
      repeat: null,
      operation: 'requeueRun',
      target: id,
      attempt: async () => {
        const fence = await openFence(ports.store, run);
        const command = { type: fence === null ? 'cancelRun' : 'requeueRun' } as const;
        const transitions = await runTransition(ports.store, caller, id, command);
        if (fence === null) return ok({ transitions, answer: null });
        return ok({ transitions, fence, outbox: [{ type: 'QUEUE_RUN', runId: id, districtId, size }], answer: null });
      },
    }),
  );
};
