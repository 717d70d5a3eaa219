import type { UnitOfWork } from '../../application/ports/unit-of-work.ts';
import type { Clock, Ids } from '../../application/ports/world.ts';
import { findRecord } from './idempotency-records.ts';
import { type PreparedCommit, prepareCommit } from './prepared-commit.ts';
import { getItem } from './read-items.ts';
import type { Table } from './table.ts';
import { transact } from './transaction.ts';

interface Parts {
  readonly table: Table;
  readonly clock: Clock;
  readonly ids: Ids;
}

const hasLanded = async (table: Table, { proof }: PreparedCommit): Promise<boolean> => {
  const item = proof && (await getItem(table, proof.key));
  return item !== undefined && proof?.holds(item) === true;
};

/** A commit is one transaction. However its reply gets lost, the answer is what happened: written, a twin's, or stale. */
export const createUnitOfWork = ({ table, clock, ids }: Parts): UnitOfWork => ({
  async commit(commit) {
    const prepared = prepareCommit(table, commit, ids);
    const outcome = await transact(table, prepared.transaction).catch(async (fault: unknown) => {
      if (await hasLanded(table, prepared)) return 'WRITTEN' as const;
      throw fault;
    });
    if (outcome === 'WRITTEN' || (await hasLanded(table, prepared))) return { kind: 'COMMITTED' };
    const twin = outcome === 'TWIN' && commit.idempotency && (await findRecord(table, commit.idempotency, commit.now));
    return twin ? { kind: 'REPLAYED', record: twin } : { kind: 'STALE' };
  },

  async findIdempotencyRecord(principal, operation, key) {
    return findRecord(table, { principal, operation, key }, clock.now());
  },
});
