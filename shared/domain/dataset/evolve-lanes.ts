import { type ByType, dispatch } from '../by-type.ts';
import type { OrganizationDataHappening, StateCopySynced, VersionAccepted } from './happenings.ts';
import type { LanePointers, OrganizationData } from './state.ts';

const nothingYet: LanePointers = {
  district: null,
  state: null,
  districtChangedAt: null,
  stateSyncedAt: null,
  stateFrom: 'SYNC',
};

const accepted = (data: OrganizationData, { version, lane, at }: VersionAccepted): OrganizationData => {
  const present = data.datasets[version.dataset] ?? nothingYet;
  const lanes: LanePointers =
    lane === 'DISTRICT'
      ? { ...present, district: version, districtChangedAt: at }
      : { ...present, state: version, stateSyncedAt: at, stateFrom: 'PIPELINE' };
  // Delivered again before it went, it stays.
  const retired = data.retired.filter(({ key, deleting }) => deleting || key !== version.object.key);
  return { ...data, retired, datasets: { ...data.datasets, [version.dataset]: lanes } };
};

const without = (data: OrganizationData, keys: readonly string[]): OrganizationData => ({
  ...data,
  retired: data.retired.filter(({ key }) => !keys.includes(key)),
});

const synced = (data: OrganizationData, { datasets, at }: StateCopySynced): OrganizationData => {
  const moved = Object.entries(data.datasets).map(([dataset, lanes]): readonly [string, LanePointers] =>
    datasets.includes(dataset)
      ? [dataset, { ...lanes, state: lanes.district, stateSyncedAt: at, stateFrom: 'SYNC' }]
      : [dataset, lanes],
  );
  return { ...data, datasets: Object.fromEntries<LanePointers>(moved) };
};

const evolutions: ByType<OrganizationDataHappening, OrganizationData, undefined, OrganizationData> = {
  VersionAccepted: accepted,
  StateCopySynced: synced,
  SyncPaused: (data) => ({ ...data, syncPaused: true }),
  SyncResumed: (data) => ({ ...data, syncPaused: false }),
  ColumnsMapped: (data, { dataset, mapping }) => ({
    ...data,
    columnMappings: { ...data.columnMappings, [dataset]: mapping },
  }),
  VersionsRetired: (data, { versions }) => ({ ...data, retired: [...data.retired, ...versions] }),
  VersionsKept: (data, { keys }) => without(data, keys),
  DeletionBegun: (data, { keys }) => ({
    ...data,
    retired: data.retired.map((one) => (keys.includes(one.key) ? { ...one, deleting: true } : one)),
  }),
  VersionsDeleted: (data, { keys }) => without(data, keys),
};

export const evolveOrganizationData = (
  data: OrganizationData,
  happening: OrganizationDataHappening,
): OrganizationData => dispatch(evolutions, data, happening, undefined);
