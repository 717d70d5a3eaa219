import { type ByType, dispatch } from '../by-type.ts';
import type { OrganizationDataHappening, StateCopySynced, VersionAccepted } from './happenings.ts';
import type { LanePointers, OrganizationData } from './state.ts';

const accepted = (data: OrganizationData, { version, at }: VersionAccepted): OrganizationData => {
  const present = data.datasets[version.dataset];
  const lanes: LanePointers = {
    district: version,
    state: present?.state ?? null,
    districtChangedAt: at,
    stateSyncedAt: present?.stateSyncedAt ?? null,
  };
  return { ...data, datasets: { ...data.datasets, [version.dataset]: lanes } };
};

const synced = (data: OrganizationData, { datasets, at }: StateCopySynced): OrganizationData => {
  const moved = Object.entries(data.datasets).map(([dataset, lanes]): readonly [string, LanePointers] =>
    datasets.includes(dataset) ? [dataset, { ...lanes, state: lanes.district, stateSyncedAt: at }] : [dataset, lanes],
  );
  return { ...data, datasets: Object.fromEntries<LanePointers>(moved) };
};

const evolutions: ByType<OrganizationDataHappening, OrganizationData, undefined, OrganizationData> = {
  VersionAccepted: accepted,
  StateCopySynced: synced,
  SyncPaused: (data) => ({ ...data, syncPaused: true }),
  SyncResumed: (data) => ({ ...data, syncPaused: false }),
};

export const evolveOrganizationData = (
  data: OrganizationData,
  happening: OrganizationDataHappening,
): OrganizationData => dispatch(evolutions, data, happening, undefined);
