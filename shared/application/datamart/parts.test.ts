import { expect, test } from 'vitest';
import { aPinnedVersion } from '../../../test/builders/snapshots.ts';
import { aStoredObject } from '../../../test/builders/runs.ts';
import { moment } from '../../../test/builders/time.ts';
import type { CompletedSnapshot } from '../../domain/snapshot/state.ts';
import type { DatasetDeclaration } from '../../engine/declaration.ts';
import { certificationEventId, organizationId, snapshotId } from '../../kernel/ids.ts';
import type { HeldVersion } from './held.ts';
import { partsOf } from './parts.ts';

const id = certificationEventId('evt_1');
const students: DatasetDeclaration = {
  name: 'students',
  version: 1,
  title: 'Students',
  columns: [{ name: 'studentUniqueId', type: 'string', required: true }],
  key: ['studentUniqueId'],
  schoolColumn: null,
  schoolThrough: null,
};

const held = (organization: string, rows: number, bytes: number): HeldVersion => {
  const snapshot: CompletedSnapshot = {
    id: snapshotId(`snp-${organization}`),
    certificationEventId: id,
    organizationId: organizationId(organization),
    districtId: organizationId(organization),
    ...{ round: 1, sequence: 1, trigger: 'FULL', requestedBy: null, supersedes: null },
    ...{ status: 'COMPLETED', state: 'LOCKED', contentHash: '', warnings: [], pinned: [] },
    requestedAt: moment('2026-05-05'),
    takenAt: moment('2026-05-05'),
    manifest: aStoredObject('manifest.json'),
  };
  const object = { ...aStoredObject(`lanes/students/${organization}/1.parquet`), bytes };
  return { snapshot, pinned: { ...aPinnedVersion(), rows, object } };
};

const participantsOf = (all: readonly HeldVersion[]) =>
  partsOf(id, students, all).map(({ sources }) => sources.map(({ organizationId: one }) => String(one)));

const megabyte = 1024 ** 2;

test('participants go together in the order of their ids, an object that two snapshots pin once', () => {
  const [b, a] = [held('b', 3, 10), held('a', 4, 10)];
  expect(participantsOf([b, a, a])).toEqual([['a', 'b']]);
  expect(partsOf(id, students, [b, a, a])[0]?.rows).toBe(7);
});

test.each([
  ['rows', [held('a', 30_000_000, 1), held('b', 20_000_000, 1), held('c', 1, 1)]],
  ['bytes', [held('a', 1, 200 * megabyte), held('b', 1, 56 * megabyte), held('c', 1, 1)]],
])('another part begins where the %s would be more than one may hold', (_what, all) => {
  expect(participantsOf(all)).toEqual([['a', 'b'], ['c']]);
});

test('no part opens more than a thousand objects', () => {
  const all = Array.from({ length: 1_200 }, (_, index) => held(String(1_000 + index), 1, 1));
  expect(participantsOf(all).map((part) => part.length)).toEqual([1_000, 200]);
});

test('what is more than a part may hold is one by itself', () => {
  expect(participantsOf([held('a', 1, 1), held('b', 90_000_000, 900 * megabyte), held('c', 1, 1)])).toEqual([
    ['a'],
    ['b'],
    ['c'],
  ]);
});

test('the name tells the content: other rows, columns or participants are another object, the same are the same', () => {
  const keyOf = (declaration: DatasetDeclaration, ...all: readonly HeldVersion[]) =>
    partsOf(id, declaration, all)[0]?.key;
  const one = keyOf(students, held('a', 1, 1));
  expect(one).toMatch(/^compacted\/evt_1\/students\/[0-9a-f]{24}\.parquet$/);
  expect(keyOf({ ...students, title: 'Pupils', version: 2 }, held('a', 1, 1))).toBe(one);
  const wider = {
    ...students,
    columns: [...students.columns, { name: 'grade', type: 'integer' as const, required: false }],
  };
  const others = [
    keyOf(wider, held('a', 1, 1)),
    keyOf(students, held('b', 1, 1)),
    keyOf(students, held('a', 1, 1), held('b', 1, 1)),
  ];
  expect(new Set([one, ...others]).size).toBe(4);
});
