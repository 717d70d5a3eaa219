import { firstSweepAt, retryAt } from '../../shared/application/outbox-policy.ts';
import type { OutboxMessage } from '../../shared/application/outbox.ts';
import type { OutboxRows } from '../../shared/application/ports/outbox-rows.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { InMemoryData } from './in-memory-data.ts';

export const putOutboxRow = (data: InMemoryData, id: string, message: OutboxMessage, committedAt: Instant): void => {
  data.outbox.set(id, {
    row: { id, message: structuredClone(message), committedAt, status: 'PENDING', attempts: 0, problem: null },
    dueAt: firstSweepAt(committedAt),
  });
};

export const inMemoryOutboxRows = (data: InMemoryData): OutboxRows => ({
  async read(id) {
    return structuredClone(data.outbox.get(id)?.row);
  },

  async markSent(id) {
    const known = data.outbox.get(id);
    if (known) data.outbox.set(id, { row: { ...known.row, status: 'SENT' }, dueAt: null });
  },

  async markFailed(row, problem, at) {
    const next = retryAt(row.attempts + 1, at);
    const status = next === null ? 'DEAD' : 'PENDING';
    const known = data.outbox.get(row.id)?.row;
    if (known && known.status !== 'SENT' && known.attempts === row.attempts)
      data.outbox.set(row.id, { row: { ...known, status, attempts: known.attempts + 1, problem }, dueAt: next });
    return status;
  },

  async revive(id, at) {
    const known = data.outbox.get(id)?.row;
    if (known?.status !== 'DEAD') return false;
    data.outbox.set(id, { row: { ...known, status: 'PENDING', attempts: 0 }, dueAt: at });
    return true;
  },
});
