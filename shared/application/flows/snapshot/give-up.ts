import type { SnapshotId } from '../../../kernel/ids.ts';
import type { Caller } from '../../caller.ts';
import { actOnParticipant } from '../../participants/act.ts';
import { notification } from '../../participants/notify.ts';
import type { Ports } from '../../ports/ports.ts';
import { snapshotTransition } from '../../snapshots/transition.ts';
import { mustCommit } from '../must-commit.ts';
import { failSnapshot } from './fail-snapshot.ts';

const problem = 'The snapshot could not be taken. Take it again.';

/** Ends a snapshot that still waits, so that its people may take it again, and tells whoever asked for it. */
export const giveUpSnapshot = async (ports: Ports, caller: Caller, id: SnapshotId): Promise<void> => {
  const snapshot = await ports.store.load('snapshot', id);
  if (snapshot?.state.status !== 'QUEUED') return;
  const { certificationEventId, organizationId, requestedBy } = snapshot.state;
  const outcome = await actOnParticipant(ports, 'recordSnapshotFailed', {
    key: { certificationEventId, organizationId },
    caller,
    repeat: null,
    command: async () => ({ type: 'recordSnapshotFailed', snapshotId: id, problem }),
    also: async (scene) => ({
      transitions: await snapshotTransition(ports.store, caller, id, { type: 'failSnapshot', problem }),
      inserts: [],
      outbox: [
        notification(
          scene,
          'SNAPSHOT_FAILED',
          requestedBy === null ? { kind: 'STATE_WATCHERS' } : { kind: 'USER', userId: requestedBy },
          { about: id },
        ),
      ],
    }),
    answer: () => null,
  });
  if (!outcome.ok && outcome.failure.code !== 'CONFLICT') return failSnapshot(ports, caller, id, problem);
  mustCommit(outcome);
};
