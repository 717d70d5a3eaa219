import { expect, it } from 'vitest';
import { aPostOffice } from '../../../test/fakes/post-office.ts';
import { aSmallState } from '../../../test/fakes/small-state.ts';
import { organizationId, runId } from '../../kernel/ids.ts';
import type { OutboxRow } from '../ports/outbox-rows.ts';
import { deliver, type RelayPorts } from './deliver.ts';

it.each([
  ['a usual district', 400_000, 'SMALL'],
  ['the biggest district', 20_000_000, 'LARGE'],
])('A run of %s waits in the queue of its size', async (_whose, size, engine) => {
  const { ports } = aPostOffice(await aSmallState('2026-05-05'));
  const committedAt = ports.clock.now();
  const sent: Parameters<RelayPorts['queues']['sendRun']>[0][] = [];
  const message = { type: 'QUEUE_RUN', runId: runId('run_1'), districtId: organizationId('255903'), size } as const;
  const row: OutboxRow = { id: 'obx_1', status: 'PENDING', attempts: 0, message, committedAt, problem: null };
  const marked: string[] = [];
  const outboxRows: RelayPorts['outboxRows'] = {
    ...ports.outboxRows,
    read: async () => row,
    markSent: async (id) => void marked.push(id),
  };
  const queues = { ...ports.queues, sendRun: async (run: (typeof sent)[number]) => void sent.push(run) };
  expect(await deliver({ ...ports, outboxRows, queues }, row.id)).toBe('SENT');
  expect(sent).toMatchObject([{ runId: 'run_1', districtId: '255903', engine }]);
  expect(marked).toEqual([row.id]);
});
