import type { StoredObject } from '../validation-run/state.ts';
import type { PinnedVersion, QueuedSnapshot } from './state.ts';

export interface QueueSnapshot {
  readonly type: 'queueSnapshot';
  readonly snapshot: Omit<QueuedSnapshot, 'status' | 'requestedAt'>;
}

export type SnapshotCommand =
  | {
      readonly type: 'completeSnapshot';
      readonly pinned: readonly PinnedVersion[];
      readonly contentHash: string;
      readonly manifest: StoredObject;
      readonly copiesDiffer: boolean;
      /** The participant still waits for this one; a late one is superseded at once. */
      readonly current: boolean;
    }
  | { readonly type: 'failSnapshot'; readonly problem: string }
  | { readonly type: 'supersedeSnapshot' }
  | { readonly type: 'lockSnapshot' }
  | { readonly type: 'unlockSnapshot' }
  | { readonly type: 'archiveSnapshot' };
