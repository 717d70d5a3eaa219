import { expect, test } from 'vitest';
import { aSmallState, publishTardiness, type SmallState } from '../../../../test/fakes/small-state.ts';
import { certificationEventId, organizationId } from '../../../kernel/ids.ts';
import type { ParticipantKey } from '../../entities.ts';
import type { Store } from '../../ports/store.ts';
import type { Commit } from '../../ports/unit-of-work.ts';
import { planSnapshots } from './plan.ts';
import { takeChunk } from './take.ts';

const districts = [organizationId('255901'), organizationId('255903')];

const moveDueDate = async (
  { ask }: SmallState,
  { certificationEventId: id, organizationId: orgId }: ParticipantKey,
) => {
  const path = `/v1/certification-events/${id}/participants/${orgId}`;
  const answer = await ask('admin', 'PUT', `${path}/due-date-overrides/ALL`, {
    body: { dueDate: '2026-07-20', reason: 'A flood.' },
    headers: { 'if-match': '*' },
  });
  expect(answer.status).toBe(200);
};

test('a participant costs the read of its data besides what its chunk reads once', async () => {
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
    bodyWithoutParticipants: (event, body) => {
      reads.push('body');
      return store.bodyWithoutParticipants(event, body);
    },
  };
  const ports = { ...state.ports, store: counting };
  const task = { version: 1, certificationEventId: id, execution: 'full', trigger: 'FULL', snapshotId: null } as const;
  const { chunks } = await planSnapshots(ports, { task: 'plan', ...task, organizationIds: districts });

  for (const chunk of chunks) await takeChunk(ports, { task: 'take', ...task, ...chunk });

  const once = ['2 of participant', 'agency', 'body', 'certificationEvent'];
  expect(reads.toSorted()).toEqual([...once, 'organizationData', 'organizationData'].toSorted());
  const participants = await store.participants(id);
  expect(participants.map(({ state: { snapshot } }) => snapshot?.status)).toEqual(['COMPLETED', 'COMPLETED']);
});

test('what somebody else writes between the two steps of a participant is not overwritten', async () => {
  const state = await aSmallState('2026-05-02T12:00:00Z');
  const id = certificationEventId(await publishTardiness(state));
  const [district = organizationId('')] = districts;
  const { unitOfWork } = state.ports;
  const key = { certificationEventId: id, organizationId: district };
  let isFirst = true;
  const hurried = {
    ...state.ports,
    unitOfWork: {
      ...unitOfWork,
      commit: async (commit: Commit) => {
        const outcome = await unitOfWork.commit(commit);
        if (isFirst) {
          isFirst = false;
          await moveDueDate(state, key);
        }
        return outcome;
      },
    },
  };
  const task = { version: 1, certificationEventId: id, execution: 'full', trigger: 'FULL', snapshotId: null } as const;
  const { chunks } = await planSnapshots(state.ports, { task: 'plan', ...task, organizationIds: [district] });
  for (const chunk of chunks) await takeChunk(hurried, { task: 'take', ...task, ...chunk });

  const participant = await state.ports.store.load('participant', key);
  expect(participant?.state.snapshot?.status).toBe('COMPLETED');
  expect(participant?.state.deadlineOverride).toBe('2026-07-20');
});

test('a chunk that is taken again leaves what was taken as it is', async () => {
  const state = await aSmallState('2026-05-02T12:00:00Z');
  const id = certificationEventId(await publishTardiness(state));
  const task = { version: 1, certificationEventId: id, execution: 'full', trigger: 'FULL', snapshotId: null } as const;
  const { chunks } = await planSnapshots(state.ports, { task: 'plan', ...task, organizationIds: districts });
  const takeAll = async (): Promise<readonly (string | undefined)[]> => {
    for (const chunk of chunks) await takeChunk(state.ports, { task: 'take', ...task, ...chunk });
    const participants = await state.ports.store.participants(id);
    return participants.map(({ state: { snapshot } }) => snapshot?.snapshotId);
  };
  const taken = await takeAll();
  expect(await takeAll()).toEqual(taken);
});
