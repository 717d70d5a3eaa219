import { expect, test } from 'vitest';
import { aSmallState, publishTardiness, type SmallState } from '../../../../test/fakes/small-state.ts';
import { type CertificationEventId, certificationEventId, organizationId, snapshotId } from '../../../kernel/ids.ts';
import type { ParticipantKey } from '../../entities.ts';
import type { Store } from '../../ports/store.ts';
import type { Commit } from '../../ports/unit-of-work.ts';
import { systemCaller } from '../../system-caller.ts';
import type { SnapshotPlace } from './pin.ts';
import { planSnapshots } from './plan.ts';
import { takeChunk } from './take.ts';
import { takeTogether } from './take-together.ts';

const districts = [organizationId('255901'), organizationId('255903')] as const;

const full = (id: CertificationEventId) =>
  ({ version: 1, certificationEventId: id, execution: 'full', trigger: 'FULL', snapshotId: null }) as const;

const moveDueDate = async (
  { ask }: SmallState,
  { certificationEventId: id, organizationId: orgId }: ParticipantKey,
  dueDate = '2026-07-20',
) => {
  const path = `/v1/certification-events/${id}/participants/${orgId}`;
  const answer = await ask('admin', 'PUT', `${path}/due-date-overrides/ALL`, {
    body: { dueDate, reason: 'A flood.' },
    headers: { 'if-match': '*' },
  });
  expect(answer.status).toBe(200);
};

test('a participant costs no read besides what its chunk reads once', async () => {
  const state = await aSmallState('2026-05-02T12:00:00Z');
  const id = certificationEventId(await publishTardiness(state));
  const reads: string[] = [];
  const { store } = state.ports;
  const counting: Store = {
    ...store,
    load: (entity, key) => {
      reads.push(entity);
      return store.load(entity, key);
    },
    loadMany: (entity, keys) => {
      reads.push(`${keys.length} of ${entity}`);
      return store.loadMany(entity, keys);
    },
  };
  const ports = { ...state.ports, store: counting };
  const task = full(id);
  const { chunks } = await planSnapshots(ports, { task: 'plan', ...task, organizationIds: [...districts] });

  for (const chunk of chunks) await takeChunk(ports, { task: 'take', ...task, ...chunk });

  const once = ['2 of organizationData', '2 of participant', 'agency', 'certificationEvent'];
  expect(reads.toSorted()).toEqual(once);
  const participants = await store.participants(id);
  expect(participants.map(({ state: { snapshot } }) => snapshot?.status)).toEqual(['COMPLETED', 'COMPLETED']);
});

/** Ports by which somebody moves a due date right before the commits that `strikes` chooses, counted from one. */
const hurried = (state: SmallState, key: ParticipantKey, strikes: (commit: number) => boolean) => {
  const { unitOfWork } = state.ports;
  const commits: Commit[] = [];
  const commit = async (unit: Commit) => {
    commits.push(unit);
    if (strikes(commits.length)) await moveDueDate(state, key, commits.length % 2 === 0 ? '2026-07-21' : '2026-07-20');
    return unitOfWork.commit(unit);
  };
  return { ports: { ...state.ports, unitOfWork: { ...unitOfWork, commit } }, commits };
};

const placesOf = (id: CertificationEventId): readonly SnapshotPlace[] =>
  districts.map((district, index) => ({
    id: snapshotId(`snp_${index}`),
    certificationEventId: id,
    organizationId: district,
    districtId: district,
  }));

const together = async (state: SmallState, id: CertificationEventId) => ({
  caller: await systemCaller(state.ports, 'snapshot-flow', 'full'),
  trigger: 'FULL' as const,
  places: placesOf(id),
  files: () => Promise.reject(new Error('a district has no school')),
});

const takenIn = async (state: SmallState, id: CertificationEventId) =>
  (await state.ports.store.participants(id)).map((read) => read.state.snapshot?.status);

test('several snapshots are one transaction, and each has its own records and entries', async () => {
  const state = await aSmallState('2026-05-02T12:00:00Z');
  const id = certificationEventId(await publishTardiness(state));
  const { ports, commits } = hurried(state, { certificationEventId: id, organizationId: districts[0] }, () => false);
  await takeTogether(ports, await together(state, id));

  expect(commits).toHaveLength(1);
  const written = commits.flatMap(({ transitions }) =>
    transitions.map(({ entity, command }) => `${entity} ${command}`),
  );
  const ofOne = ['participant takeScheduledSnapshot', 'snapshot takeSnapshot'];
  expect(written).toEqual([...ofOne, ...ofOne]);
  expect(await takenIn(state, id)).toEqual(['COMPLETED', 'COMPLETED']);
});

test('what somebody else writes to one of several is not overwritten', async () => {
  const state = await aSmallState('2026-05-02T12:00:00Z');
  const id = certificationEventId(await publishTardiness(state));
  const key = { certificationEventId: id, organizationId: districts[0] };
  const { ports, commits } = hurried(state, key, (commit) => commit === 1);
  const plan = await planSnapshots(state.ports, { task: 'plan', ...full(id), organizationIds: [...districts] });
  for (const chunk of plan.chunks) await takeChunk(ports, { task: 'take', ...full(id), ...chunk });

  expect(commits.length).toBeGreaterThan(1);
  const participant = await state.ports.store.load('participant', key);
  expect(participant?.state.snapshot?.status).toBe('COMPLETED');
  expect(participant?.state.deadlineOverride).toBe('2026-07-20');
});

test('a participant that is never at rest holds up nobody but itself, and the task is tried again', async () => {
  const state = await aSmallState('2026-05-02T12:00:00Z');
  const id = certificationEventId(await publishTardiness(state));
  const [, busy] = districts;
  const { ports } = hurried(state, { certificationEventId: id, organizationId: busy }, () => true);
  await expect(takeTogether(ports, await together(state, id))).rejects.toThrow('at the same moment');
  expect(await takenIn(state, id)).toEqual(['COMPLETED', undefined]);
});

test('two flows of one schedule at the same time give everybody one snapshot', async () => {
  const state = await aSmallState('2026-05-02T12:00:00Z');
  const id = certificationEventId(await publishTardiness(state));
  const plan = await planSnapshots(state.ports, { task: 'plan', ...full(id), organizationIds: [...districts] });
  await Promise.all(
    [1, 2].flatMap(() => plan.chunks.map((chunk) => takeChunk(state.ports, { task: 'take', ...full(id), ...chunk }))),
  );
  const snapshots = districts.map((organizationId) =>
    state.ports.store.snapshotsOf({ certificationEventId: id, organizationId }),
  );
  expect((await Promise.all(snapshots)).map(({ length }) => length)).toEqual([1, 1]);
});

test('killed between two commits it leaves what was taken whole, and the rest to the next try', async () => {
  const state = await aSmallState('2026-05-02T12:00:00Z');
  const id = certificationEventId(await publishTardiness(state));
  const { unitOfWork } = state.ports;
  let commits = 0;
  const commit = async (unit: Commit) => {
    commits += 1;
    if (commits === 2) throw new Error('killed');
    return unitOfWork.commit(unit);
  };
  const dying = { ...state.ports, unitOfWork: { ...unitOfWork, commit } };
  const plan = await planSnapshots(state.ports, { task: 'plan', ...full(id), organizationIds: [...districts] });
  const takeAll = async (ports: SmallState['ports']) => {
    for (const chunk of plan.chunks) await takeChunk(ports, { task: 'take', ...full(id), ...chunk });
  };
  await expect(takeAll(dying)).rejects.toThrow('killed');
  expect((await takenIn(state, id)).toSorted()).toEqual(['COMPLETED', undefined]);
  await takeAll(state.ports);
  expect(await takenIn(state, id)).toEqual(['COMPLETED', 'COMPLETED']);
});

test('a chunk that is taken again leaves what was taken as it is', async () => {
  const state = await aSmallState('2026-05-02T12:00:00Z');
  const id = certificationEventId(await publishTardiness(state));
  const task = full(id);
  const { chunks } = await planSnapshots(state.ports, { task: 'plan', ...task, organizationIds: [...districts] });
  const takeAll = async (): Promise<readonly (string | undefined)[]> => {
    for (const chunk of chunks) await takeChunk(state.ports, { task: 'take', ...task, ...chunk });
    const participants = await state.ports.store.participants(id);
    return participants.map(({ state: { snapshot } }) => snapshot?.snapshotId);
  };
  const taken = await takeAll();
  expect(await takeAll()).toEqual(taken);
});
