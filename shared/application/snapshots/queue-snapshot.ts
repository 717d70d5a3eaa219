import type { SnapshotQueued } from '../../domain/participant/happenings.ts';
import type { QueuedSnapshot } from '../../domain/snapshot/state.ts';
import { type Effects, effects } from '../effects.ts';
import type { SnapshotFlowInput } from '../outbox.ts';
import type { Aftermath } from '../participants/aftermath.ts';

/** The snapshot as a record of its own, and the flow that takes it, named by it; or the record of one that is taken with it. */
export const queueSnapshot = async (scene: Aftermath, happening: SnapshotQueued): Promise<Effects> => {
  const { certificationEventId, organizationId, districtId, round } = scene.after;
  const asked: QueuedSnapshot = {
    id: happening.snapshotId,
    certificationEventId,
    organizationId,
    districtId,
    round,
    sequence: happening.sequence,
    trigger: happening.trigger,
    requestedBy: happening.requestedBy,
    requestedAt: happening.at,
    supersedes: happening.supersedes,
    status: 'QUEUED',
  };
  const record = { entity: 'snapshot', key: asked.id, before: null, reason: happening.trigger } as const;
  if (scene.details.takenHere !== undefined) {
    const taken = await scene.details.takenHere(asked);
    return effects({ transitions: [{ ...record, after: taken, command: 'takeSnapshot' }] });
  }
  const input: SnapshotFlowInput = {
    version: 1,
    certificationEventId,
    organizationIds: [organizationId],
    trigger: happening.trigger,
    snapshotId: happening.snapshotId,
  };
  return effects({
    transitions: [{ ...record, after: asked, command: 'queueSnapshot' }],
    outbox: [{ type: 'START_EXECUTION', machine: 'snapshot', name: happening.snapshotId, input }],
  });
};
