import type { ColumnMapping, DatasetVersion, MovingLane, RefusedRows, Upload, UploadProblem } from './state.ts';

/** On the lanes of one district. */
export type OrganizationDataCommand =
  | { readonly type: 'acceptVersion'; readonly version: DatasetVersion; readonly lane: MovingLane }
  | { readonly type: 'syncData'; readonly paused: boolean }
  /** Null: every dataset. */
  | { readonly type: 'resyncData'; readonly datasets: readonly string[] | null }
  /** `declared`: the columns of the dataset; null when there is no such dataset. */
  | {
      readonly type: 'mapColumns';
      readonly dataset: string;
      readonly mapping: ColumnMapping;
      readonly declared: readonly string[] | null;
    }
  /** `versions`: all that were ever accepted; `pinned`: the names of those that a snapshot's manifest names. */
  | {
      readonly type: 'cleanVersions';
      readonly versions: readonly DatasetVersion[];
      readonly pinned: ReadonlySet<string>;
    }
  /** The objects of these keys are not there any more. */
  | { readonly type: 'recordDeletion'; readonly keys: readonly string[] };

export interface CreateUpload {
  readonly type: 'createUpload';
  readonly upload: Pick<
    Upload,
    | 'id'
    | 'organizationId'
    | 'dataset'
    | 'fileName'
    | 'format'
    | 'gzip'
    | 'delivery'
    | 'lane'
    | 'bytes'
    | 'sha256'
    | 'key'
  >;
  readonly datasetKnown: boolean;
}

export type UploadCommand =
  /**
   * `found`: what lies under the upload's key; null when nothing does. Of a file in parts only the sizes are known now:
   * its content is compared by the worker, which reads all of it anyway.
   */
  | {
      readonly type: 'completeUpload';
      readonly found: { readonly bytes: number; readonly sha256: string | null } | null;
    }
  | { readonly type: 'checkUpload' }
  /** Nobody seems to be at it any more. */
  | { readonly type: 'requeueUpload' }
  | { readonly type: 'acceptUpload'; readonly rows: number; readonly version: string }
  | {
      readonly type: 'refuseUpload';
      readonly problems: readonly UploadProblem[];
      readonly problemCount: number;
      readonly refused: RefusedRows | null;
    };
