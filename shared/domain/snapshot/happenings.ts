import type { Instant } from '../../kernel/instant.ts';
import type { StoredObject } from '../validation-run/state.ts';
import type { CompletedSnapshot, PinnedVersion, QueuedSnapshot } from './state.ts';

export interface SnapshotRequested {
  readonly type: 'SnapshotRequested';
  readonly snapshot: QueuedSnapshot;
}
/** Asked for by a schedule while its data were at hand: nobody ever waited for it. */
export interface SnapshotTakenAtOnce {
  readonly type: 'SnapshotTakenAtOnce';
  readonly snapshot: CompletedSnapshot;
}
export interface SnapshotCompleted {
  readonly type: 'SnapshotCompleted';
  readonly at: Instant;
  readonly state: 'CURRENT' | 'SUPERSEDED';
  readonly pinned: readonly PinnedVersion[];
  readonly contentHash: string;
  readonly manifest: StoredObject;
  readonly warnings: CompletedSnapshot['warnings'];
}
export interface SnapshotAbandoned {
  readonly type: 'SnapshotAbandoned';
  readonly at: Instant;
  readonly problem: string;
}
/** A newer one was taken: CURRENT to SUPERSEDED. */
export interface SnapshotSuperseded {
  readonly type: 'SnapshotSuperseded';
}
/** Certified by all, or approved: CURRENT to LOCKED. */
export interface SnapshotLocked {
  readonly type: 'SnapshotLocked';
}
/** The submission was withdrawn or the approval reversed: LOCKED to CURRENT. */
export interface SnapshotUnlocked {
  readonly type: 'SnapshotUnlocked';
}
/** A new round began: CURRENT or LOCKED to HISTORY. */
export interface SnapshotArchived {
  readonly type: 'SnapshotArchived';
}

export type SnapshotHappening =
  | SnapshotRequested
  | SnapshotTakenAtOnce
  | SnapshotCompleted
  | SnapshotAbandoned
  | SnapshotSuperseded
  | SnapshotLocked
  | SnapshotUnlocked
  | SnapshotArchived;
