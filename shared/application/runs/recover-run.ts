import { ok } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import { mustCommit } from '../flows/must-commit.ts';
import { handleCommand } from '../handle-command.ts';
import type { Lease, Leases } from '../ports/leases.ts';
import type { Ports } from '../ports/ports.ts';
import { failRun } from './execute-run.ts';
import { runTransition } from './transition.ts';

export interface RecoveryPorts extends Ports {
  readonly leases: Leases;
}

const maxRequeues = 2;
const lost = 'The validation stopped three times without a result. Run it again, or ask the state for help.';

/**
 * A worker was lost: its run goes back to the queue, at most twice, then it fails (ruling I). The lease is taken first, so
 * that a worker that was only slow cannot write any more.
 */
export const recoverRun = async (ports: RecoveryPorts, caller: Caller, lease: Pick<Lease, 'runId'>): Promise<void> => {
  const { runId } = lease;
  if (!(await ports.leases.take(runId, 'sweeper', caller.now))) return;
  const read = await ports.store.load('run', runId);
  const run = read?.state;
  if (run?.status === 'QUEUED' || run?.status === 'RUNNING') {
    if (run.requeues >= maxRequeues) await failRun(ports, caller, run, lost);
    else await putBack(ports, caller, runId);
  }
  await ports.leases.release(runId, 'sweeper');
};

const putBack = async (ports: Ports, caller: Caller, id: Lease['runId']): Promise<void> => {
  mustCommit(
    await handleCommand(ports, {
      caller,
      repeat: null,
      operation: 'requeueRun',
      target: id,
      attempt: async () => {
        const transitions = await runTransition(ports.store, caller, id, { type: 'requeueRun' });
        const outbox = transitions.map(({ after }) => ({
          type: 'QUEUE_RUN' as const,
          runId: id,
          districtId: after.districtId,
          size: after.size,
        }));
        return ok({ transitions, outbox, answer: null });
      },
    }),
  );
};
