import { createHash } from 'node:crypto';
import type { DatasetVersion } from '../../../domain/dataset/state.ts';
import type { PinnedVersion, QueuedSnapshot } from '../../../domain/snapshot/state.ts';
import type { StoredObject } from '../../../domain/validation-run/state.ts';
import { canonicalJson } from '../../../kernel/canonical-json.ts';
import type { PortsWithObjects } from '../../ports/ports.ts';

export interface PinnedData {
  readonly versions: readonly PinnedVersion[];
  readonly contentHash: string;
  readonly manifest: StoredObject;
}

/** How many of a version's rows belong to the participant: all of the district's, or those of the school. */
const rowsOf = (version: DatasetVersion, snapshot: QueuedSnapshot): number => {
  const isDistrict = snapshot.organizationId === snapshot.districtId;
  const perSchool = Object.keys(version.rowsBySchool).length > 0;
  return isDistrict || !perSchool ? version.rows : (version.rowsBySchool[snapshot.organizationId] ?? 0);
};

/**
 * What the snapshot says it holds: the exact objects and one hash over them. Without times, so that taking it again
 * after an interruption writes the same bytes under the same name.
 */
const manifestText = (snapshot: QueuedSnapshot, versions: readonly PinnedVersion[], contentHash: string): string =>
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

/** Reads the district's lanes once (one item, so one consistent moment) and writes the manifest. Copies no rows. */
export const pinStateCopy = async (ports: PortsWithObjects, snapshot: QueuedSnapshot): Promise<PinnedData> => {
  const data = await ports.store.load('organizationData', snapshot.districtId);
  const versions = Object.values(data?.state.datasets ?? {})
    .flatMap((pointers) => (pointers.state === null ? [] : [pointers.state]))
    .sort((left, right) => (left.dataset < right.dataset ? -1 : 1))
    .map((version): PinnedVersion => {
      const { dataset, object } = version;
      return { dataset, version: version.version, rows: rowsOf(version, snapshot), object };
    });
  const contentHash = createHash('sha256')
    .update(
      canonicalJson([
        snapshot.organizationId,
        versions.map(({ dataset, rows, object }) => [dataset, rows, object.sha256]),
      ]),
    )
    .digest('hex');
  const key = `snapshots/${snapshot.certificationEventId}/${snapshot.organizationId}/${snapshot.id}/${contentHash.slice(0, 16)}.json`;
  const manifest = await ports.objects.putText(
    'data',
    key,
    manifestText(snapshot, versions, contentHash),
    'application/json',
  );
  return { versions, contentHash, manifest };
};
