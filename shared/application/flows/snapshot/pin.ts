import { createHash } from 'node:crypto';
import { mismatchedDatasets } from '../../../domain/dataset/decide-lanes.ts';
import type { DatasetVersion } from '../../../domain/dataset/state.ts';
import type { PinnedVersion, QueuedSnapshot } from '../../../domain/snapshot/state.ts';
import type { StoredObject } from '../../../domain/validation-run/state.ts';
import type { Insert, VersionCheck } from '../../ports/unit-of-work.ts';
import { pinsOf } from '../../runs/data-pins.ts';
import type { OrganizationId, SnapshotId } from '../../../kernel/ids.ts';
import { canonicalJson } from '../../../kernel/canonical-json.ts';
import type { DistrictFiles } from './district-files.ts';
import type { SnapshotPorts } from './ports.ts';

/** What names a snapshot before it is recorded. */
export type SnapshotPlace = Pick<QueuedSnapshot, 'id' | 'certificationEventId' | 'organizationId' | 'districtId'>;

/** The state copy of one participant as it was at one moment. */
export interface StateCopy {
  readonly versions: readonly PinnedVersion[];
  readonly contentHash: string;
  readonly copiesDiffer: boolean;
  /** Whose rows they are, and what it rests on that nothing begins to delete them: a school's are objects of its own. */
  readonly district: { readonly id: OrganizationId; readonly unchanged: readonly VersionCheck[] };
}

const folderOf = ({ certificationEventId, organizationId, id }: SnapshotPlace): string =>
  `snapshots/${certificationEventId}/${organizationId}/${id}`;

/**
 * What the snapshot says it holds: the exact objects and one hash over them. Without times, so that taking it again
 * after an interruption writes the same bytes under the same name.
 */
const manifestText = (snapshot: QueuedSnapshot, { versions, contentHash }: StateCopy): string =>
  canonicalJson({
    manifestVersion: 1,
    snapshotId: snapshot.id,
    certificationEventId: snapshot.certificationEventId,
    organizationId: snapshot.organizationId,
    round: snapshot.round,
    sequence: snapshot.sequence,
    datasets: versions,
    contentHash,
  });

/**
 * The rows of one school as small objects of its own: whoever reads them sees no other school, and another school's
 * changes do not change its hash. Named by what is in them, so that taking them again writes nothing new.
 */
const schoolVersions = async (
  { folders, schoolRows, objects }: SnapshotPorts,
  snapshot: SnapshotPlace,
  versions: readonly DatasetVersion[],
  files: DistrictFiles,
): Promise<readonly PinnedVersion[]> => {
  const datasets = await files(snapshot.districtId, versions);
  return folders.within(async (workFolder) => {
    const job = { workFolder, schoolId: snapshot.organizationId, datasets };
    const extracted = await schoolRows.extract(job);
    const pinned = versions.map(async ({ dataset, version }): Promise<readonly PinnedVersion[]> => {
      const own = extracted.find((one) => one.dataset === dataset);
      if (own === undefined) return [];
      const key = `${folderOf(snapshot)}/${dataset}-${own.sha256.slice(0, 16)}.parquet`;
      const object = await objects.putFile('data', key, own.file, 'application/vnd.apache.parquet');
      return [{ dataset, version, rows: own.rows, object }];
    });
    return (await Promise.all(pinned)).flat();
  });
};

/**
 * Reads the district's lanes once (one item, so one consistent moment). Of a district no rows are copied: its snapshot is the
 * lanes' own objects.
 */
export const readStateCopy = async (
  ports: SnapshotPorts,
  snapshot: SnapshotPlace,
  files: DistrictFiles,
): Promise<StateCopy> => {
  const data = await ports.store.load('organizationData', snapshot.districtId);
  const lane = Object.values(data?.state.datasets ?? {})
    .flatMap((pointers) => (pointers.state === null ? [] : [pointers.state]))
    .sort((left, right) => (left.dataset < right.dataset ? -1 : 1));
  const isDistrict = snapshot.organizationId === snapshot.districtId;
  const versions = isDistrict
    ? lane.map(({ dataset, version, rows, object }): PinnedVersion => ({ dataset, version, rows, object }))
    : await schoolVersions(ports, snapshot, lane, files);
  const contentHash = createHash('sha256')
    .update(
      canonicalJson([
        snapshot.organizationId,
        versions.map(({ dataset, rows, object }) => [dataset, rows, object.sha256]),
      ]),
    )
    .digest('hex');
  const copiesDiffer = data !== undefined && mismatchedDatasets(data.state).length > 0;
  const lanes = { entity: 'organizationData', key: snapshot.districtId, version: data?.version ?? null } as const;
  const district = { id: snapshot.districtId, unchanged: isDistrict ? [lanes] : [] };
  return { versions, contentHash, copiesDiffer, district };
};

/** Under a name of what it says: the same again writes nothing new. */
export const writeManifest = (
  { objects }: SnapshotPorts,
  snapshot: QueuedSnapshot,
  copy: StateCopy,
): Promise<StoredObject> =>
  objects.putText(
    'data',
    `${folderOf(snapshot)}/${copy.contentHash.slice(0, 16)}.json`,
    manifestText(snapshot, copy),
    'application/json',
  );

/** What keeps the cleaner from these versions, in the transaction by which they become a snapshot's. */
export const pinRow = (snapshotId: SnapshotId, { versions, district }: StateCopy): readonly Insert[] =>
  versions.length === 0
    ? []
    : [{ row: 'versionPin', organizationId: district.id, snapshotId, versions: pinsOf(versions).versions }];
