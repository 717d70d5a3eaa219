import { expect, test } from 'vitest';
import { aSmallState, publishTardiness } from '../../../../test/fakes/small-state.ts';
import { certificationEventId } from '../../../kernel/ids.ts';
import { recordSnapshotFailure } from './record-failure.ts';

test('a schedule that keeps failing is started anew four times, and then the state is told', async () => {
  const state = await aSmallState('2026-05-02T12:00:00Z');
  const id = certificationEventId(await publishTardiness(state));
  const messages = () => [...state.data.outbox.values()].map(({ row }) => row.message);
  const common = { version: 1, certificationEventId: id, trigger: 'FULL', snapshotId: null, error: 'x' } as const;
  for (const execution of ['full', 'full.again-2', 'full.again-3', 'full.again-4', 'full.again-5'])
    await recordSnapshotFailure(state.ports, { task: 'record-failure', ...common, execution });

  expect(state.started('snapshot').map(({ name }) => name)).toEqual([2, 3, 4, 5].map((nth) => `full.again-${nth}`));
  const told = messages().filter((message) => message.type === 'NOTIFY');
  expect(told.filter(({ notification }) => notification.kind === 'SNAPSHOT_FAILED')).toMatchObject([
    { notification: { audience: { kind: 'STATE_WATCHERS' }, organizationId: null, certificationEventId: id } },
  ]);
});
