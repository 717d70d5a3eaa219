import type { Instant } from '../../kernel/instant.ts';
import type {
  ColumnMapping,
  DatasetVersion,
  MovingLane,
  RefusedRows,
  RetiredVersion,
  Upload,
  UploadProblem,
} from './state.ts';

export interface VersionAccepted {
  readonly type: 'VersionAccepted';
  readonly version: DatasetVersion;
  readonly lane: MovingLane;
  readonly at: Instant;
}
/** The state copy now points at the district copy's version of these datasets. */
export interface StateCopySynced {
  readonly type: 'StateCopySynced';
  readonly datasets: readonly string[];
  readonly at: Instant;
}
export interface SyncPaused {
  readonly type: 'SyncPaused';
}
export interface SyncResumed {
  readonly type: 'SyncResumed';
}
export interface ColumnsMapped {
  readonly type: 'ColumnsMapped';
  readonly dataset: string;
  readonly mapping: ColumnMapping;
}
export interface VersionsRetired {
  readonly type: 'VersionsRetired';
  readonly versions: readonly RetiredVersion[];
}
/** Something has come to pin them after all. */
export interface VersionsKept {
  readonly type: 'VersionsKept';
  readonly keys: readonly string[];
}
/** Reaction: their records say so, in the same transaction; then their objects go. */
export interface DeletionBegun {
  readonly type: 'DeletionBegun';
  readonly keys: readonly string[];
}
export interface VersionsDeleted {
  readonly type: 'VersionsDeleted';
  readonly keys: readonly string[];
}
export type OrganizationDataHappening =
  | VersionAccepted
  | StateCopySynced
  | SyncPaused
  | SyncResumed
  | ColumnsMapped
  | VersionsRetired
  | VersionsKept
  | DeletionBegun
  | VersionsDeleted;

export interface UploadCreated {
  readonly type: 'UploadCreated';
  readonly upload: Upload;
}
/** Reaction: a message to the ingest queue. */
export interface UploadReceived {
  readonly type: 'UploadReceived';
  readonly at: Instant;
}
export interface UploadCheckBegun {
  readonly type: 'UploadCheckBegun';
  readonly at: Instant;
}
/** Reaction: the message to the ingest queue once more. */
export interface UploadRequeued {
  readonly type: 'UploadRequeued';
  readonly requeues: number;
  readonly at: Instant;
}
/** Committed together with the VersionAccepted of the district's lanes. */
export interface UploadAccepted {
  readonly type: 'UploadAccepted';
  readonly rows: number;
  readonly version: string;
}
export interface UploadRefused {
  readonly type: 'UploadRefused';
  readonly problems: readonly UploadProblem[];
  readonly problemCount: number;
  readonly refused: RefusedRows | null;
}
export type UploadHappening =
  | UploadCreated
  | UploadReceived
  | UploadCheckBegun
  | UploadRequeued
  | UploadAccepted
  | UploadRefused;
