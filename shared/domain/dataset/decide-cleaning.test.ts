import { describe, expect, it } from 'vitest';
import { bearCreek } from '../../../test/builders/people.ts';
import { moment } from '../../../test/builders/time.ts';
import { instantFromMillis, millisOf } from '../../kernel/instant.ts';
import type { OrganizationDataCommand } from './commands.ts';
import { decideOrganizationData, noData } from './decide-lanes.ts';
import { versionName } from './decide-cleaning.ts';
import { evolveOrganizationData } from './evolve-lanes.ts';
import type { DatasetVersion, MovingLane, OrganizationData } from './state.ts';

const accepted = moment('2026-05-01');
const dayMillis = 86_400_000;
const daysLater = (days: number, millis = 0) => instantFromMillis(millisOf(accepted) + days * dayMillis + millis);

const version = (name: string, changes: Partial<DatasetVersion> = {}): DatasetVersion => ({
  dataset: 'students',
  version: name,
  declarationVersion: 1,
  rows: 10,
  rowsBySchool: {},
  object: { key: `lanes/students/255903/${name}/part-0.parquet`, bytes: 1, sha256: name },
  acceptedAt: accepted,
  ...changes,
});
const step = (data: OrganizationData, command: OrganizationDataCommand, now = accepted): OrganizationData => {
  const decided = decideOrganizationData(data, command, { now });
  if (!decided.ok) throw new Error(decided.failure.code);
  return decided.value.reduce(evolveOrganizationData, data);
};
const accept = (data: OrganizationData, one: DatasetVersion, lane: MovingLane = 'DISTRICT'): OrganizationData =>
  step(data, { type: 'acceptVersion', version: one, lane });
const clean = (
  data: OrganizationData,
  versions: readonly DatasetVersion[],
  now: ReturnType<typeof moment>,
  pinned: readonly DatasetVersion[] = [],
): OrganizationData => step(data, { type: 'cleanVersions', versions, pinned: new Set(pinned.map(versionName)) }, now);
const standing = ({ retired }: OrganizationData): readonly string[] =>
  retired.map((one) => `${one.version} ${one.deleting ? 'deleting' : 'retired'}`);

const [old, current] = [version('old'), version('current')];
const replaced = accept(accept(noData(bearCreek), old), current);
const both = [old, current];
const retired = clean(replaced, both, daysLater(30));

describe('A version of a dataset', () => {
  it('that nothing points to is retired when it is thirty days old, not before', () => {
    expect(standing(clean(replaced, both, daysLater(30, -1)))).toEqual([]);
    const object = { dataset: 'students', version: 'old', key: old.object.key };
    expect(retired.retired).toEqual([{ ...object, retiredAt: daysLater(30), deleting: false }]);
    expect(clean(retired, both, daysLater(30))).toEqual(retired);
  });

  it('that is retired goes a day later, not before, and is forgotten once it is gone', () => {
    expect(standing(clean(retired, both, daysLater(31, -1)))).toEqual(['old retired']);
    const deleting = clean(retired, both, daysLater(31));
    expect(standing(deleting)).toEqual(['old deleting']);
    expect(standing(clean(deleting, both, daysLater(40)))).toEqual(['old deleting']);
    expect(standing(step(deleting, { type: 'recordDeletion', keys: [old.object.key] }))).toEqual([]);
  });

  it('in either lane stays, however old', () => {
    const paused = step(accept(noData(bearCreek), old), { type: 'syncData', paused: true });
    expect(standing(clean(accept(paused, current), both, daysLater(400)))).toEqual([]);
    const loaded = accept(accept(noData(bearCreek), current), old, 'STATE');
    expect(standing(clean(loaded, both, daysLater(400)))).toEqual([]);
  });

  it('that a snapshot pins stays, and is kept when its pin came last', () => {
    expect(standing(clean(replaced, both, daysLater(400), [old]))).toEqual([]);
    expect(standing(clean(retired, both, daysLater(31), [old]))).toEqual([]);
  });

  it('may be kept while another goes', () => {
    const third = version('third');
    const three = [old, third, current];
    const waiting = clean(accept(accept(accept(noData(bearCreek), old), third), current), three, daysLater(30));
    expect(standing(waiting)).toEqual(['old retired', 'third retired']);
    const command = { type: 'cleanVersions', versions: [], pinned: new Set([versionName(old)]) } as const;
    expect(decideOrganizationData(waiting, command, { now: daysLater(31) })).toEqual({
      ok: true,
      value: [
        { type: 'VersionsKept', keys: [old.object.key] },
        { type: 'DeletionBegun', keys: [third.object.key] },
      ],
    });
    expect(decideOrganizationData(retired, { ...command, pinned: new Set() }, { now: daysLater(30) })).toEqual({
      ok: true,
      value: [],
    });
  });

  it('that is delivered again before it goes is no longer on its way out', () => {
    expect(standing(accept(retired, old))).toEqual([]);
  });

  it('whose same rows come again while it goes still goes, as the object it was', () => {
    const deleting = clean(retired, both, daysLater(31));
    const again = version('old', { object: { ...old.object, key: 'lanes/students/255903/old/upl_2.parquet' } });
    expect(standing(accept(deleting, again))).toEqual(['old deleting']);
  });

  it('that is gone already is not retired again', () => {
    const gone = { ...old, deletedAt: daysLater(31) };
    expect(standing(clean(replaced, [gone, current], daysLater(60)))).toEqual([]);
  });
});

describe('The list of what is on its way out', () => {
  const many = Array.from({ length: 600 }, (_, index) => version(`v${index}`));

  it('stays short, and goes in parts that a transaction can hold', () => {
    const begun = clean(noData(bearCreek), many, daysLater(30));
    expect(begun.retired).toHaveLength(500);
    const { retired: later } = clean(begun, many, daysLater(31));
    expect(later.filter(({ deleting }) => deleting)).toHaveLength(50);
    expect(later).toHaveLength(500);
  });

  it('forgets what is gone and nothing else', () => {
    const two = clean(clean(noData(bearCreek), both, daysLater(30)), both, daysLater(31));
    expect(standing(two)).toEqual(['old deleting', 'current deleting']);
    const gone = { type: 'recordDeletion', keys: [old.object.key] } as const;
    expect(standing(step(two, gone))).toEqual(['current deleting']);
    const elsewhere = { ...gone, keys: ['lanes/students/255903/other/part-0.parquet'] };
    expect(decideOrganizationData(two, elsewhere, { now: accepted })).toEqual({ ok: true, value: [] });
  });

  it('takes up no more once it is full', () => {
    const full = clean(noData(bearCreek), many, daysLater(30));
    expect(clean(full, many, daysLater(30))).toEqual(full);
    const over = { ...full, retired: [...full.retired, ...retired.retired] };
    expect(clean(over, many, daysLater(30))).toEqual(over);
  });

  it('gives up nothing whose deletion was not begun', () => {
    expect(step(retired, { type: 'recordDeletion', keys: [old.object.key] })).toEqual(retired);
  });
});
