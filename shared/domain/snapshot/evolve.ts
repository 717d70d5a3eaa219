import { type ByType, dispatch } from '../by-type.ts';
import type { SnapshotHappening } from './happenings.ts';
import type { CompletedSnapshot, QueuedSnapshot, Snapshot } from './state.ts';

const queued = (snapshot: Snapshot): QueuedSnapshot => {
  if (snapshot.status === 'QUEUED') return snapshot;
  throw new Error(`snapshot ${snapshot.id} is ${snapshot.status}, not QUEUED`);
};

const inState = (snapshot: Snapshot, state: CompletedSnapshot['state']): Snapshot => {
  if (snapshot.status === 'COMPLETED') return { ...snapshot, state };
  throw new Error(`snapshot ${snapshot.id} is ${snapshot.status}, not COMPLETED`);
};

const evolutions: ByType<SnapshotHappening, Snapshot, undefined, Snapshot> = {
  SnapshotRequested: (_snapshot, { snapshot }) => snapshot,
  SnapshotTakenAtOnce: (_snapshot, { snapshot }) => snapshot,
  SnapshotCompleted: (snapshot, { type: _type, at, ...result }) => ({
    ...queued(snapshot),
    status: 'COMPLETED',
    takenAt: at,
    ...result,
  }),
  SnapshotAbandoned: (snapshot, { at, problem }) => ({
    ...queued(snapshot),
    status: 'FAILED',
    failedAt: at,
    problem,
  }),
  SnapshotSuperseded: (snapshot) => inState(snapshot, 'SUPERSEDED'),
  SnapshotLocked: (snapshot) => inState(snapshot, 'LOCKED'),
  SnapshotUnlocked: (snapshot) => inState(snapshot, 'CURRENT'),
  SnapshotArchived: (snapshot) => inState(snapshot, 'HISTORY'),
};

export const evolveSnapshot = (snapshot: Snapshot, happening: SnapshotHappening): Snapshot =>
  dispatch(evolutions, snapshot, happening, undefined);
