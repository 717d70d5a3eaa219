import type { SnapshotQueued } from '../../domain/participant/happenings.ts';
import { decideSnapshot } from '../../domain/snapshot/decide.ts';
import { evolveSnapshot } from '../../domain/snapshot/evolve.ts';
import type { QueuedSnapshot } from '../../domain/snapshot/state.ts';
import type { SnapshotId } from '../../kernel/ids.ts';
import { type Effects, effects, noEffects } from '../effects.ts';
import { evolveAll } from '../evolve-all.ts';
import type { SnapshotFlowInput } from '../outbox.ts';
import type { Aftermath } from '../participants/react.ts';
import type { Store } from '../ports/store.ts';

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
    outbox: [{ type: 'START_EXECUTION', machine: 'snapshot', name: happening.snapshotId, input }],
  });
};

/** A retake replaces a completed snapshot; its record says so in the same transaction. */
export const supersedeSnapshot = async (store: Store, id: SnapshotId): Promise<Effects> => {
  const before = await store.load('snapshot', id);
  if (before === undefined) return noEffects;
  const decided = decideSnapshot(before.state, { type: 'supersedeSnapshot' }, undefined);
  if (!decided.ok || decided.value.length === 0) return noEffects;
  const after = evolveAll(evolveSnapshot, before.state, decided.value);
  return effects({ transitions: [{ entity: 'snapshot', key: id, before, after, command: 'supersedeSnapshot' }] });
};
