import { expect, it } from 'vitest';
import { aPostOffice } from '../../../test/fakes/post-office.ts';
import { aSmallState } from '../../../test/fakes/small-state.ts';
import { organizationId, runId, uploadId } from '../../kernel/ids.ts';
import type { OutboxRow } from '../ports/outbox-rows.ts';
import { deliver, type RelayPorts } from './deliver.ts';

type Queued = Extract<OutboxRow['message'], { readonly type: 'QUEUE_RUN' | 'QUEUE_INGEST' }>;

const district = organizationId('255903');
const aRun = (size: number): Queued => ({ type: 'QUEUE_RUN', runId: runId('run_1'), districtId: district, size });
const anUpload = (size: number): Queued => ({
  type: 'QUEUE_INGEST',
  uploadId: uploadId('upl_1'),
  organizationId: district,
  size,
});

it.each([
  ['A run of a usual district', aRun(400_000), { runId: 'run_1', districtId: '255903', engine: 'SMALL' }],
  ['A run of the biggest district', aRun(20_000_000), { runId: 'run_1', districtId: '255903', engine: 'LARGE' }],
  ['A file of a usual district', anUpload(3_000_000), { uploadId: 'upl_1', organizationId: '255903', engine: 'SMALL' }],
  ['A file of the biggest', anUpload(2_000_000_000), { uploadId: 'upl_1', organizationId: '255903', engine: 'LARGE' }],
])('%s waits in the queue of its size', async (_what, message, expected) => {
  const { ports } = aPostOffice(await aSmallState('2026-05-05'));
  const committedAt = ports.clock.now();
  const sent: unknown[] = [];
  const row: OutboxRow = { id: 'obx_1', status: 'PENDING', attempts: 0, message, committedAt, problem: null };
  const marked: string[] = [];
  const outboxRows: RelayPorts['outboxRows'] = {
    ...ports.outboxRows,
    read: async () => row,
    markSent: async (id) => void marked.push(id),
  };
  const send = async (work: unknown) => void sent.push(work);
  const queues = { ...ports.queues, sendRun: send, sendIngest: send };
  expect(await deliver({ ...ports, outboxRows, queues }, row.id)).toBe('SENT');
  expect(sent).toMatchObject([expected]);
  expect(marked).toEqual([row.id]);
});
