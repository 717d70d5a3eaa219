import * as z from 'zod';
import type { StateOf } from '../../../application/entities.ts';
import type { DatasetVersion } from '../../../domain/dataset/state.ts';
import { takenUpAgainAt } from '../../../domain/dataset/taken-up-again.ts';
import type { OrganizationId, SnapshotId, UploadId, UserId } from '../../../kernel/ids.ts';
import type { EntityForm } from '../entity-form.ts';
import { keys, listedAs } from '../keys.ts';
import { exactly } from './exactly.ts';
import { count, idOf, instant } from './primitives.ts';
import { storedObject } from './stored-object.ts';

export const datasetVersion = exactly<DatasetVersion>()(
  z.strictObject({
    dataset: z.string(),
    version: z.string(),
    declarationVersion: count,
    rows: count,
    rowsBySchool: z.record(z.string(), count),
    object: storedObject,
    acceptedAt: instant,
    deletedAt: instant.optional(),
  }),
);

/** Not strict: it is read from an item with keys around it. */
export const versionPin = z.object({ snapshotId: idOf<SnapshotId>(), versions: z.record(z.string(), z.string()) });

export const organizationDataForm: EntityForm<'organizationData'> = {
  schema: exactly<StateOf<'organizationData'>>()(
    z.strictObject({
      organizationId: idOf<OrganizationId>(),
      syncPaused: z.boolean(),
      datasets: z.record(
        z.string(),
        z.strictObject({
          district: datasetVersion.nullable(),
          state: datasetVersion.nullable(),
          districtChangedAt: instant.nullable(),
          stateSyncedAt: instant.nullable(),
          stateFrom: z.enum(['SYNC', 'PIPELINE']),
        }),
      ),
      columnMappings: z.record(
        z.string(),
        z.strictObject({ columns: z.record(z.string(), z.string()), ignored: z.array(z.string()) }),
      ),
      retired: z.array(
        z.strictObject({
          dataset: z.string(),
          version: z.string(),
          key: z.string(),
          retiredAt: instant,
          deleting: z.boolean(),
        }),
      ),
    }),
  ),
  packed: true,
  key: keys.organizationData,
  indexes: () => ({}),
};

export const uploadForm: EntityForm<'upload'> = {
  schema: exactly<StateOf<'upload'>>()(
    z.strictObject({
      id: idOf<UploadId>(),
      organizationId: idOf<OrganizationId>(),
      dataset: z.string(),
      fileName: z.string(),
      format: z.enum(['NDJSON', 'CSV', 'PARQUET']),
      gzip: z.boolean(),
      delivery: z.enum(['FULL', 'DELTA']),
      lane: z.enum(['DISTRICT', 'STATE']),
      bytes: count,
      sha256: z.string(),
      key: z.string(),
      requestedBy: idOf<UserId>().nullable(),
      createdAt: instant,
      atHandSince: instant.nullable(),
      requeues: count,
      status: z.enum(['CREATED', 'RECEIVED', 'CHECKING', 'ACCEPTED', 'REFUSED']),
      rows: count.nullable(),
      version: z.string().nullable(),
      problems: z.array(
        z.strictObject({ line: count, column: z.string().nullable(), code: z.string(), detail: z.string() }),
      ),
      problemCount: count,
      refused: z.strictObject({ rows: count, object: storedObject }).nullable(),
    }),
  ),
  packed: false,
  key: keys.upload,
  indexes: (state) => {
    const dueAt = takenUpAgainAt(state);
    return dueAt === null ? {} : listedAs.due(state.id, dueAt);
  },
};
