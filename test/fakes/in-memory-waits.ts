import { firstWaitCheckAt, type Wait, type Waits } from '../../shared/application/ports/waits.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { type InMemoryData, nameOf } from './in-memory-data.ts';

const waitName = ({ key, sentSequence }: Pick<Wait, 'key' | 'sentSequence'>): string =>
  nameOf(key.certificationEventId, key.organizationId, sentSequence);

const change = (data: InMemoryData, wait: Wait, dueAt: Instant | null): void => {
  const known = data.waits.get(waitName(wait));
  if (known?.dueAt && known.wait.token === wait.token) data.waits.set(waitName(wait), { wait: known.wait, dueAt });
};

/** A wait without a due time was answered. */
export const inMemoryWaits = (data: InMemoryData): Waits => ({
  async register(wait) {
    const known = data.waits.get(waitName(wait));
    if (known && known.wait.registeredAt > wait.registeredAt) return;
    data.waits.set(waitName(wait), { wait: structuredClone(wait), dueAt: firstWaitCheckAt(wait.registeredAt) });
  },

  async open(key, sentSequence) {
    const known = data.waits.get(waitName({ key, sentSequence }));
    return known?.dueAt ? structuredClone(known.wait) : undefined;
  },

  async markAnswered(wait) {
    change(data, wait, null);
  },

  async postpone(wait, until) {
    change(data, wait, until);
  },
});
