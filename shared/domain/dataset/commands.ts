import type { DatasetVersion, Upload, UploadProblem } from './state.ts';

/** On the lanes of one district. */
export type OrganizationDataCommand =
  | { readonly type: 'acceptVersion'; readonly version: DatasetVersion }
  | { readonly type: 'syncData'; readonly paused: boolean }
  /** Null: every dataset. */
  | { readonly type: 'resyncData'; readonly datasets: readonly string[] | null };

export interface CreateUpload {
  readonly type: 'createUpload';
  readonly upload: Pick<
    Upload,
    'id' | 'organizationId' | 'dataset' | 'fileName' | 'format' | 'gzip' | 'bytes' | 'sha256' | 'key'
  >;
  readonly datasetKnown: boolean;
}

export type UploadCommand =
  /** `found`: what lies under the upload's key, read in full; null when nothing does. */
  | {
      readonly type: 'completeUpload';
      readonly found: { readonly bytes: number; readonly sha256: string } | null;
    }
  | { readonly type: 'checkUpload' }
  | { readonly type: 'acceptUpload'; readonly rows: number; readonly version: string }
  | {
      readonly type: 'refuseUpload';
      readonly problems: readonly UploadProblem[];
      readonly problemCount: number;
    };
