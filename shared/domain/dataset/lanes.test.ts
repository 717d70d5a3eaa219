import { describe, expect, it } from 'vitest';
import { bearCreek } from '../../../test/builders/people.ts';
import { aStoredObject } from '../../../test/builders/runs.ts';
import { moment } from '../../../test/builders/time.ts';
import type { OrganizationDataCommand } from './commands.ts';
import {
  decideOrganizationData,
  differingDatasets,
  laggingDatasets,
  mismatchedDatasets,
  noData,
} from './decide-lanes.ts';
import { evolveOrganizationData } from './evolve-lanes.ts';
import type { DatasetVersion, OrganizationData } from './state.ts';

const context = { now: moment('2026-05-06') };

const version = (dataset: string, name: string): DatasetVersion => ({
  dataset,
  version: name,
  declarationVersion: 1,
  rows: 10,
  rowsBySchool: {},
  object: aStoredObject(),
  acceptedAt: context.now,
});
const accept = (dataset: string, name: string): OrganizationDataCommand => ({
  type: 'acceptVersion',
  version: version(dataset, name),
  lane: 'DISTRICT',
});
const pause = { type: 'syncData', paused: true } as const;
const resume = { type: 'syncData', paused: false } as const;
const resync = (...datasets: readonly string[]) =>
  ({ type: 'resyncData', datasets: datasets.length === 0 ? null : datasets }) as const;

const decide = (data: OrganizationData, command: OrganizationDataCommand) => {
  const decided = decideOrganizationData(data, command, context);
  if (!decided.ok) throw new Error(decided.failure.code);
  return decided.value;
};
const step = (data: OrganizationData, command: OrganizationDataCommand): OrganizationData =>
  decide(data, command).reduce(evolveOrganizationData, data);
const after = (...commands: readonly OrganizationDataCommand[]): OrganizationData =>
  commands.reduce(step, noData(bearCreek));

const lanes = (data: OrganizationData, dataset: string) => [
  data.datasets[dataset]?.district?.version,
  data.datasets[dataset]?.state?.version,
];

describe('A district delivers a dataset', () => {
  it('and the state copy follows at once', () => {
    const data = after(accept('students', 'v1'), accept('students', 'v2'));
    expect(lanes(data, 'students')).toEqual(['v2', 'v2']);
    const [district, state] = [version('students', 'v2'), version('students', 'v2')];
    const at = { districtChangedAt: context.now, stateSyncedAt: context.now };
    expect(data).toEqual({
      ...noData(bearCreek),
      datasets: { students: { district, state, ...at, stateFrom: 'SYNC' } },
    });
  });

  it('and the same bytes again change nothing', () => {
    expect(decide(after(accept('students', 'v1')), accept('students', 'v1'))).toEqual([]);
  });

  it('and earlier bytes again are a change', () => {
    const data = after(accept('students', 'v1'), accept('students', 'v2'), accept('students', 'v1'));
    expect(lanes(data, 'students')).toEqual(['v1', 'v1']);
  });

  it('while sync is paused, and the state copy stays behind', () => {
    const data = after(accept('students', 'v1'), pause, accept('students', 'v2'), accept('staff', 'v1'));
    expect(lanes(data, 'students')).toEqual(['v2', 'v1']);
    expect(lanes(data, 'staff')).toEqual(['v1', undefined]);
    expect(laggingDatasets(data)).toEqual(['staff', 'students']);
    expect(data.syncPaused).toBe(true);
    expect(data.datasets['staff']).toEqual({
      district: version('staff', 'v1'),
      state: null,
      districtChangedAt: context.now,
      stateSyncedAt: null,
      stateFrom: 'SYNC',
    });
  });
});

describe('A state copy that the state loads itself', () => {
  const load = { type: 'acceptVersion', lane: 'STATE', version: version('students', 's1') } as const;

  it('stays as it was loaded while the district delivers on', () => {
    const data = after(accept('students', 'v1'), load, accept('students', 'v2'), pause, resume, resync());
    expect(lanes(data, 'students')).toEqual(['v2', 's1']);
    expect([laggingDatasets(data), differingDatasets(data)]).toEqual([[], ['students']]);
  });

  it('is the state’s own from then on, and the same bytes again change nothing', () => {
    const data = after(accept('students', 'v1'), load);
    expect(data.datasets['students']).toEqual({
      district: version('students', 'v1'),
      state: version('students', 's1'),
      districtChangedAt: context.now,
      stateSyncedAt: context.now,
      stateFrom: 'PIPELINE',
    });
    expect(decide(data, load)).toEqual([]);
    const asDistrict = { ...load, version: version('students', 'v1') };
    expect(decide(data, asDistrict)).toMatchObject([{ type: 'VersionAccepted', lane: 'STATE' }]);
  });

  it('is another than the district’s in ways that matter to the one, the other, or both', () => {
    const alone = { ...load, version: version('staff', 's1') } as const;
    const data = after(accept('students', 'v1'), load, alone, accept('grades', 'v1'), pause, accept('rooms', 'v1'));
    expect(laggingDatasets(data)).toEqual(['rooms']);
    expect(mismatchedDatasets(data)).toEqual(['rooms', 'students']);
    expect(differingDatasets(data)).toEqual(['rooms', 'staff', 'students']);
  });

  it('may come before any delivery of the district', () => {
    expect(lanes(after(load), 'students')).toEqual([undefined, 's1']);
    const decided = decideOrganizationData(after(load), resync('students'), context);
    expect(decided.ok ? null : decided.failure.code).toBe('REFERENCE_UNKNOWN');
  });

  it('follows the district again from the resync on that names it', () => {
    const data = after(accept('students', 'v1'), load, resync('students'));
    expect(lanes(data, 'students')).toEqual(['v1', 'v1']);
    expect(lanes([accept('students', 'v2')].reduce(step, data), 'students')).toEqual(['v2', 'v2']);
  });
});

describe('Bringing the state copy up to date', () => {
  const behind = [accept('students', 'v1'), pause, accept('students', 'v2'), accept('staff', 'v1')];

  it('happens for everything when sync is resumed', () => {
    expect(laggingDatasets(after(...behind, resume))).toEqual([]);
    expect(decide(after(...behind), resume)).toEqual([
      { type: 'SyncResumed' },
      { type: 'StateCopySynced', datasets: ['staff', 'students'], at: context.now },
    ]);
    expect(after(...behind, resume).syncPaused).toBe(false);
  });

  it('happens on request for the datasets named, also while paused', () => {
    expect(laggingDatasets(after(...behind, resync('staff')))).toEqual(['students']);
    expect(laggingDatasets(after(...behind, resync()))).toEqual([]);
  });

  it('changes nothing when nothing lags or sync already is as wanted', () => {
    expect(decide(after(accept('students', 'v1')), resync())).toEqual([]);
    expect(decide(after(), resume)).toEqual([]);
    expect(decide(after(pause), pause)).toEqual([]);
    expect(decide(after(accept('students', 'v1')), resync('students'))).toEqual([]);
  });

  it('is refused for a dataset the district has never delivered', () => {
    const decided = decideOrganizationData(after(accept('students', 'v1')), resync('students', 'aliens'), context);
    expect(decided.ok ? null : decided.failure).toEqual({ code: 'REFERENCE_UNKNOWN', pointer: '/datasets/1' });
  });
});
