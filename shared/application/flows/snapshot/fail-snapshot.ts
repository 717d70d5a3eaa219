import type { SnapshotId } from '../../../kernel/ids.ts';
import { ok } from '../../../kernel/result.ts';
import type { Caller } from '../../caller.ts';
import { handleCommand } from '../../handle-command.ts';
import type { Ports } from '../../ports/ports.ts';
import { snapshotTransition } from '../../snapshots/transition.ts';
import { mustCommit } from '../must-commit.ts';

/** Ends a snapshot's record alone: the participant is frozen or has moved on. */
export const failSnapshot = async (ports: Ports, caller: Caller, id: SnapshotId, problem: string): Promise<void> => {
  mustCommit(
    await handleCommand(ports, {
      caller,
      repeat: null,
      operation: 'failSnapshot',
      target: id,
      attempt: async () =>
        ok({
          transitions: await snapshotTransition(ports.store, caller, id, { type: 'failSnapshot', problem }),
          answer: null,
        }),
    }),
  );
};
