import { createHash } from 'node:crypto';
import { isRetired } from '../../domain/dataset/decide-cleaning.ts';
import { noData } from '../../domain/dataset/decide-lanes.ts';
import type { OrganizationData } from '../../domain/dataset/state.ts';
import type { Participant } from '../../domain/participant/state.ts';
import type { Lane } from '../../domain/validation-run/state.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { OrganizationId, SnapshotId } from '../../kernel/ids.ts';
import type { Store } from '../ports/store.ts';

/** The exact data a run reads: a version for each dataset, their hash, and how many rows that is. */
export interface DataPins {
  readonly versions: Readonly<Record<string, string>>;
  readonly hash: string;
  readonly size: number;
}

export interface Pinned {
  readonly dataset: string;
  readonly version: string;
  readonly rows: number;
}

export const pinsOf = (pinned: readonly Pinned[]): DataPins => {
  const versions = Object.fromEntries(pinned.map(({ dataset, version }) => [dataset, version]));
  return {
    versions,
    hash: createHash('sha256').update(canonicalJson(versions)).digest('hex'),
    size: pinned.reduce((sum, { rows }) => sum + rows, 0),
  };
};

export const pinsOfLane = (data: OrganizationData | undefined, lane: 'DISTRICT' | 'STATE'): DataPins =>
  pinsOf(
    Object.values(data?.datasets ?? {}).flatMap((pointers) => {
      const version = lane === 'DISTRICT' ? pointers.district : pointers.state;
      return version === null ? [] : [version];
    }),
  );

const pinsOfSnapshot = async (store: Store, id: SnapshotId): Promise<DataPins> => {
  const read = await store.load('snapshot', id);
  if (read?.state.status !== 'COMPLETED') throw new Error(`snapshot ${id} is not completed`);
  return pinsOf(read.state.pinned);
};

/** Whether versions that a run once pinned may be pinned again: none is on its way out, or gone. */
export const arePinnable = async (
  store: Store,
  districtId: OrganizationId,
  versions: DataPins['versions'],
): Promise<boolean> => {
  const [known, data] = await Promise.all([
    store.datasetVersions(districtId, versions),
    store.load('organizationData', districtId),
  ]);
  const { retired } = data?.state ?? noData(districtId);
  return known.every((version) => version.deletedAt === undefined && !isRetired({ retired }, version));
};

/** What a run of this lane would read now. */
export const currentPins = async (store: Store, participant: Participant, lane: Lane): Promise<DataPins> => {
  if (lane !== 'SNAPSHOT')
    return pinsOfLane((await store.load('organizationData', participant.districtId))?.state, lane);
  const snapshot = participant.snapshot;
  return snapshot?.status === 'COMPLETED' ? pinsOfSnapshot(store, snapshot.snapshotId) : pinsOf([]);
};
