import { expect, test } from 'vitest';
import { aSmallState, publishTardiness } from '../../../../test/fakes/small-state.ts';
import { certificationEventId, organizationId } from '../../../kernel/ids.ts';
import type { Store } from '../../ports/store.ts';
import { planSnapshots } from './plan.ts';
import { takeChunk } from './take.ts';

const districts = [organizationId('255901'), organizationId('255903')];

test('a participant costs three reads besides what its chunk reads once', async () => {
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

  const each = ['organizationData', 'participant', 'snapshot'];
  const once = ['2 of participant', 'agency', 'body', 'certificationEvent'];
  expect(reads.toSorted()).toEqual([...once, ...each, ...each].toSorted());
  const participants = await store.participants(id);
  expect(participants.map(({ state: { snapshot } }) => snapshot?.status)).toEqual(['COMPLETED', 'COMPLETED']);
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
