import type { Participant } from '../../domain/participant/state.ts';
import type { Snapshot } from '../../domain/snapshot/state.ts';
import type { Store } from '../ports/store.ts';
import type { Transition } from '../ports/unit-of-work.ts';

/** A snapshot as the API shows it. The participant's word on what is locked comes first: the record follows it. */
export const snapshotView = (snapshot: Snapshot, participant?: Participant) => {
  const pinned = snapshot.status === 'COMPLETED' ? snapshot.pinned : [];
  const current = participant?.snapshot?.snapshotId === snapshot.id ? participant.snapshot.state : null;
  const stored = snapshot.status === 'COMPLETED' ? snapshot.state : null;
  return {
    id: snapshot.id,
    certificationEventId: snapshot.certificationEventId,
    organizationId: snapshot.organizationId,
    status: snapshot.status,
    state: stored === null ? null : (current ?? stored),
    trigger: snapshot.trigger,
    round: snapshot.round,
    sequence: snapshot.sequence,
    requestedBy: snapshot.requestedBy,
    requestedAt: snapshot.requestedAt,
    takenAt: snapshot.status === 'COMPLETED' ? snapshot.takenAt : null,
    recordCounts: Object.fromEntries(pinned.map(({ dataset, rows }) => [dataset, rows])),
    contentHash: snapshot.status === 'COMPLETED' ? snapshot.contentHash : null,
    objects: pinned.map(({ dataset, version, rows, object }) => ({
      dataset,
      version,
      rows,
      bytes: object.bytes,
      sha256: object.sha256,
    })),
    supersedes: snapshot.supersedes,
    warnings: snapshot.status === 'COMPLETED' ? [...snapshot.warnings] : [],
    problem: snapshot.status === 'FAILED' ? snapshot.problem : null,
  };
};

/** The snapshot a request has queued, or the one that was being taken already. */
export const queuedSnapshotView = async (store: Store, after: Participant, written: readonly Transition[]) => {
  const id = after.snapshot?.snapshotId;
  if (id === undefined) throw new Error('no snapshot was queued');
  const queued = written.flatMap((one) => (one.entity === 'snapshot' && one.after.id === id ? [one.after] : []))[0];
  const snapshot = queued ?? (await store.load('snapshot', id))?.state;
  if (snapshot === undefined) throw new Error(`snapshot ${id} is gone`);
  return snapshotView(snapshot, after);
};
