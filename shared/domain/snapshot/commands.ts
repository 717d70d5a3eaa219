import type { StoredObject } from '../validation-run/state.ts';
import type { PinnedVersion, QueuedSnapshot } from './state.ts';

export interface QueueSnapshot {
  readonly type: 'queueSnapshot';
  readonly snapshot: Omit<QueuedSnapshot, 'status' | 'requestedAt'>;
}

/** What was found when it was taken. */
export interface SnapshotData {
  readonly pinned: readonly PinnedVersion[];
  readonly contentHash: string;
  readonly manifest: StoredObject;
  readonly copiesDiffer: boolean;
}

export type SnapshotCommand =
  | (SnapshotData & {
      readonly type: 'completeSnapshot';
      /** The participant still waits for this one; a late one is superseded at once. */
      readonly current: boolean;
    })
  | { readonly type: 'failSnapshot'; readonly problem: string }
  | { readonly type: 'supersedeSnapshot' }
  | { readonly type: 'lockSnapshot' }
  | { readonly type: 'unlockSnapshot' }
  | { readonly type: 'archiveSnapshot' };
