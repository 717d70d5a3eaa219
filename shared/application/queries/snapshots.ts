import type { Operation } from '../../domain/access/policy.ts';
import { type Refusal, refusal } from '../../domain/refusal.ts';
import type { Snapshot } from '../../domain/snapshot/state.ts';
import type { SnapshotId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import type { Versioned } from '../entities.ts';
import type { Scene } from '../participants/scene.ts';
import type { Store } from '../ports/store.ts';
import { participantFor } from './certification-events.ts';

export interface SnapshotScene extends Scene {
  readonly snapshot: Versioned<Snapshot>;
}

/** One snapshot with its participant, if this person may see what is in it. */
export const snapshotFor = async (
  store: Store,
  caller: Caller,
  operation: Operation,
  id: SnapshotId,
): Promise<Result<SnapshotScene, Refusal>> => {
  const snapshot = await store.load('snapshot', id);
  if (snapshot === undefined) return refuse(refusal('NOT_FOUND'));
  const { certificationEventId, organizationId } = snapshot.state;
  const scene = await participantFor(store, caller, operation, { certificationEventId, organizationId });
  return scene.ok ? ok({ ...scene.value, snapshot }) : scene;
};
