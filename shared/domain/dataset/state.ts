import type { OrganizationId, UploadId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { StoredObject } from '../validation-run/state.ts';

/** One immutable accepted delivery of one dataset of one district. */
export interface DatasetVersion {
  readonly dataset: string;
  /** The first 24 hexadecimal digits of the delivered file's SHA-256: the same bytes are the same version. */
  readonly version: string;
  readonly declarationVersion: number;
  readonly rows: number;
  readonly rowsBySchool: Readonly<Record<string, number>>;
  readonly object: StoredObject;
  readonly acceptedAt: Instant;
}

/** Where the two moving lanes of a district point. Snapshots pin versions by themselves. */
export interface LanePointers {
  readonly district: DatasetVersion;
  readonly state: DatasetVersion | null;
  readonly districtChangedAt: Instant;
  readonly stateSyncedAt: Instant | null;
}

/** All lanes of one district in one versioned item, so that one read sees one consistent moment. */
export interface OrganizationData {
  readonly organizationId: OrganizationId;
  readonly syncPaused: boolean;
  readonly datasets: Readonly<Record<string, LanePointers>>;
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
  readonly bytes: number;
  readonly sha256: string;
  readonly key: string;
  readonly requestedBy: UserId;
  readonly createdAt: Instant;
  /** CREATED until the uploader says the file is complete. */
  readonly status: 'CREATED' | 'RECEIVED' | 'CHECKING' | 'ACCEPTED' | 'REFUSED';
  readonly rows: number | null;
  readonly version: string | null;
  readonly problems: readonly UploadProblem[];
  readonly problemCount: number;
}
