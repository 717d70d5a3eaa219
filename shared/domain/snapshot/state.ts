import type { CertificationEventId, OrganizationId, SnapshotId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { StoredObject } from '../validation-run/state.ts';

export type SnapshotTrigger = 'CERT_START' | 'MANUAL_TAKE' | 'RETAKE' | 'FULL' | 'CLEANUP' | 'STATE_MANUAL';

/** One dataset as a snapshot pins it. */
export interface PinnedVersion {
  readonly dataset: string;
  readonly version: string;
  readonly rows: number;
  readonly object: StoredObject;
}

interface SnapshotIdentity {
  readonly id: SnapshotId;
  readonly certificationEventId: CertificationEventId;
  readonly organizationId: OrganizationId;
  readonly districtId: OrganizationId;
  readonly round: number;
  readonly sequence: number;
  readonly trigger: SnapshotTrigger;
  /** Null when a schedule asked. */
  readonly requestedBy: UserId | null;
  readonly requestedAt: Instant;
  readonly supersedes: SnapshotId | null;
}

export interface QueuedSnapshot extends SnapshotIdentity {
  readonly status: 'QUEUED';
}

/** `contentHash` is over the pinned versions; `manifest` is the object that lists them. */
export interface CompletedSnapshot extends SnapshotIdentity {
  readonly status: 'COMPLETED';
  readonly state: 'CURRENT' | 'SUPERSEDED' | 'LOCKED' | 'HISTORY';
  readonly takenAt: Instant;
  readonly pinned: readonly PinnedVersion[];
  readonly contentHash: string;
  readonly manifest: StoredObject;
  /** COPIES_DIFFER: when it was taken, the district had a copy of its own that the state's was not equal to. */
  readonly warnings: readonly ('NO_DATA' | 'COPIES_DIFFER')[];
}

export interface FailedSnapshot extends SnapshotIdentity {
  readonly status: 'FAILED';
  readonly failedAt: Instant;
  readonly problem: string;
}

export type Snapshot = QueuedSnapshot | CompletedSnapshot | FailedSnapshot;
