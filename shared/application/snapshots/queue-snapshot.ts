import type { SnapshotQueued } from '../../domain/participant/happenings.ts';
import type { QueuedSnapshot } from '../../domain/snapshot/state.ts';
import { type Effects, effects } from '../effects.ts';
import type { SnapshotFlowInput } from '../outbox.ts';
import type { Aftermath } from '../participants/aftermath.ts';

/** The snapshot as a record of its own, and the flow that takes it, named by it. */
export const queueSnapshot = (scene: Aftermath, happening: SnapshotQueued): Effects => {
  const { certificationEventId, organizationId, districtId, round } = scene.after;
  const after: QueuedSnapshot = {
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
  const input: SnapshotFlowInput = {
    version: 1,
    certificationEventId,
    organizationIds: [organizationId],
    trigger: happening.trigger,
    snapshotId: happening.snapshotId,
  };
  return effects({
    transitions: [
      { entity: 'snapshot', key: after.id, before: null, after, command: 'queueSnapshot', reason: happening.trigger },
    ],
    outbox: scene.details.takenHere
      ? []
      : [{ type: 'START_EXECUTION', machine: 'snapshot', name: happening.snapshotId, input }],
  });
};
