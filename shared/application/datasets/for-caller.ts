import type { Operation } from '../../domain/access/policy.ts';
import { noData } from '../../domain/dataset/decide-lanes.ts';
import type { OrganizationData, Upload } from '../../domain/dataset/state.ts';
import { type Refusal, refusal } from '../../domain/refusal.ts';
import type { OrganizationId, UploadId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import type { Versioned } from '../entities.ts';
import type { Store } from '../ports/store.ts';
import { denied } from '../queries/denied.ts';

/** Lanes and uploads belong to districts: to anything else they are not there. */
export const districtDataDenied = async (
  store: Store,
  caller: Caller,
  operation: Operation,
  districtId: OrganizationId,
): Promise<Refusal | null> => {
  const refused = denied(caller, operation, { kind: 'DISTRICT_DATA', districtId });
  if (refused !== null) return refused;
  const organization = await store.load('organization', districtId);
  return organization?.state.type === 'DISTRICT' ? null : refusal('NOT_FOUND');
};

export interface DistrictData {
  /** Undefined until something was delivered or asked for: then the lanes begin. */
  readonly read: Versioned<OrganizationData> | undefined;
  readonly state: OrganizationData;
}

export const districtDataFor = async (
  store: Store,
  caller: Caller,
  operation: Operation,
  districtId: OrganizationId,
): Promise<Result<DistrictData, Refusal>> => {
  const refused = await districtDataDenied(store, caller, operation, districtId);
  if (refused !== null) return refuse(refused);
  const read = await store.load('organizationData', districtId);
  return ok({ read, state: read?.state ?? noData(districtId) });
};

/** Links to put a file are for those who may complete its upload, and only until it is complete. */
export const mayPut = (caller: Caller, upload: Upload): boolean =>
  upload.status === 'CREATED' &&
  denied(caller, 'completeUpload', { kind: 'DISTRICT_DATA', districtId: upload.organizationId }) === null;

export const uploadFor = async (
  store: Store,
  caller: Caller,
  operation: Operation,
  id: UploadId,
): Promise<Result<Versioned<Upload>, Refusal>> => {
  const upload = await store.load('upload', id);
  if (upload === undefined) return refuse(refusal('NOT_FOUND'));
  const refused = denied(caller, operation, { kind: 'DISTRICT_DATA', districtId: upload.state.organizationId });
  return refused === null ? ok(upload) : refuse(refused);
};
