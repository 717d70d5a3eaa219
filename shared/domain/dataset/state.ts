import type { OrganizationId, UploadId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { StoredObject } from '../validation-run/state.ts';

/** One immutable accepted delivery of one dataset of one district. */
export interface DatasetVersion {
  readonly dataset: string;
  /** A digest of the declaration's version and the stored file: the same rows are the same version. */
  readonly version: string;
  readonly declarationVersion: number;
  readonly rows: number;
  readonly rowsBySchool: Readonly<Record<string, number>>;
  readonly object: StoredObject;
  readonly acceptedAt: Instant;
  /** Since when its rows are gone: what is left says what it was. Absent while they are there. */
  readonly deletedAt?: Instant | undefined;
}

/**
 * A version on its way out: no lane points to it, and from now on nothing may begin to. Its object is named, since the same
 * rows delivered after the deletion has begun are another object.
 */
export interface RetiredVersion {
  readonly dataset: string;
  readonly version: string;
  readonly key: string;
  readonly retiredAt: Instant;
  /** Its record says already that it is gone; the object itself may be there yet. */
  readonly deleting: boolean;
}

/**
 * Where the two moving lanes of a district point. Snapshots pin versions by themselves. A state copy that the state has
 * loaded itself does not follow the district copy any more, until a resync names its dataset.
 */
export interface LanePointers {
  readonly district: DatasetVersion | null;
  readonly state: DatasetVersion | null;
  readonly districtChangedAt: Instant | null;
  readonly stateSyncedAt: Instant | null;
  readonly stateFrom: 'SYNC' | 'PIPELINE';
}

export type MovingLane = 'DISTRICT' | 'STATE';

/** What a district calls its columns in its files, and which of them are none of ours. */
export interface ColumnMapping {
  readonly columns: Readonly<Record<string, string>>;
  readonly ignored: readonly string[];
}

/** All lanes of one district in one versioned item, so that one read sees one consistent moment. */
export interface OrganizationData {
  readonly organizationId: OrganizationId;
  readonly syncPaused: boolean;
  readonly datasets: Readonly<Record<string, LanePointers>>;
  /** By dataset. */
  readonly columnMappings: Readonly<Record<string, ColumnMapping>>;
  readonly retired: readonly RetiredVersion[];
}

export interface UploadProblem {
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly detail: string;
}

/** One file on its way: RECEIVED, CHECKING, then ACCEPTED or REFUSED. */
export interface Upload {
  readonly id: UploadId;
  readonly organizationId: OrganizationId;
  readonly dataset: string;
  readonly fileName: string;
  readonly format: 'NDJSON' | 'CSV' | 'PARQUET';
  readonly gzip: boolean;
  /** The whole dataset, or rows to add, replace and take away by key. */
  readonly delivery: 'FULL' | 'DELTA';
  readonly lane: MovingLane;
  readonly bytes: number;
  readonly sha256: string;
  readonly key: string;
  /** Null when the state's pipeline dropped the file. */
  readonly requestedBy: UserId | null;
  readonly createdAt: Instant;
  /** Since when its message waits in the queue, or its worker is at it; null before, and once it has ended. */
  readonly atHandSince: Instant | null;
  /** How often its check was begun by a worker that was lost. */
  readonly requeues: number;
  /** CREATED until the uploader says the file is complete. */
  readonly status: 'CREATED' | 'RECEIVED' | 'CHECKING' | 'ACCEPTED' | 'REFUSED';
  readonly rows: number | null;
  readonly version: string | null;
  readonly problems: readonly UploadProblem[];
  readonly problemCount: number;
  /** The refused rows with what to do about each, as a file like the delivered one. */
  readonly refused: RefusedRows | null;
}

export interface RefusedRows {
  readonly rows: number;
  readonly object: StoredObject;
}
