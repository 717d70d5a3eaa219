import type { Machine } from '../transitions.ts';
import type { SnapshotHappening } from './happenings.ts';
import type { CompletedSnapshot, Snapshot } from './state.ts';

/** Being taken or failed; once completed, what the snapshot stands for. */
export type SnapshotStanding = Exclude<Snapshot['status'], 'COMPLETED'> | CompletedSnapshot['state'];

export const standingOf = (snapshot: Snapshot): SnapshotStanding =>
  snapshot.status === 'COMPLETED' ? snapshot.state : snapshot.status;

export const snapshotMachine = {
  statuses: ['QUEUED', 'FAILED', 'CURRENT', 'SUPERSEDED', 'LOCKED', 'HISTORY'],
  final: ['FAILED', 'SUPERSEDED', 'HISTORY'],
  edges: [
    { from: null, by: 'SnapshotRequested', to: 'QUEUED' },
    { from: null, by: 'SnapshotTakenAtOnce', to: 'CURRENT' },
    { from: 'QUEUED', by: 'SnapshotCompleted', to: 'CURRENT' },
    { from: 'QUEUED', by: 'SnapshotCompleted', to: 'SUPERSEDED' },
    { from: 'QUEUED', by: 'SnapshotAbandoned', to: 'FAILED' },
    { from: 'CURRENT', by: 'SnapshotSuperseded', to: 'SUPERSEDED' },
    { from: 'CURRENT', by: 'SnapshotLocked', to: 'LOCKED' },
    { from: 'CURRENT', by: 'SnapshotArchived', to: 'HISTORY' },
    { from: 'LOCKED', by: 'SnapshotUnlocked', to: 'CURRENT' },
    { from: 'LOCKED', by: 'SnapshotArchived', to: 'HISTORY' },
  ],
} as const satisfies Machine<SnapshotStanding, SnapshotHappening['type']>;
