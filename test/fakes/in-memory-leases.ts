import { type Leases, leaseSeconds } from '../../shared/application/ports/leases.ts';
import { type Instant, instantFromMillis, millisOf } from '../../shared/kernel/instant.ts';
import type { InMemoryData } from './in-memory-data.ts';

const endOf = (now: Instant): Instant => instantFromMillis(millisOf(now) + leaseSeconds * 1000);

export const inMemoryLeases = (data: InMemoryData): Leases => ({
  async take(runId, owner, now) {
    const held = data.leases.get(runId);
    if (held && held.owner !== owner && held.endsAt > now) return false;
    data.leases.set(runId, { runId, owner, endsAt: endOf(now) });
    return true;
  },

  async renew(runId, owner, now) {
    if (data.leases.get(runId)?.owner !== owner) return false;
    data.leases.set(runId, { runId, owner, endsAt: endOf(now) });
    return true;
  },

  async release(runId, owner) {
    if (data.leases.get(runId)?.owner === owner) data.leases.delete(runId);
  },
});
