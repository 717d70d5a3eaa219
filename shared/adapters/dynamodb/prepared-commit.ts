import { randomUUID } from 'node:crypto';
import type { Commit } from '../../application/ports/unit-of-work.ts';
import type { Ids } from '../../application/ports/world.ts';
import { auditEntryIn } from './audit-entries.ts';
import { recordWrite } from './idempotency-records.ts';
import { keys, type TableKey } from './keys.ts';
import type { Item } from './parse-item.ts';
import type { Table } from './table.ts';
import type { Transaction } from './transaction.ts';
import { fenceChanges, fenceCheck } from './writes/fence-writes.ts';
import { insertWrites } from './writes/insert-writes.ts';
import { outboxWrite } from './writes/outbox-writes.ts';
import { versionChecks } from './writes/version-checks.ts';
import { type SealedTransition, sealTransition } from './writes/transition-writes.ts';

/** An item that only this commit can have written: it tells whether a commit without a reply has happened. */
export interface Proof {
  readonly key: TableKey;
  holds(item: Item): boolean;
}

export interface PreparedCommit {
  readonly transaction: Transaction;
  readonly proof: Proof | undefined;
}

const proofOf = (
  { idempotency }: Commit,
  token: string,
  sealed: SealedTransition | undefined,
  outboxId: string | undefined,
): Proof | undefined => {
  if (idempotency) {
    const { principal, operation, key } = idempotency;
    return { key: keys.idempotency(principal, operation, key), holds: ({ writtenBy }) => writtenBy === token };
  }
  if (sealed) return { key: sealed.auditKey, holds: (item) => auditEntryIn(item).hash === sealed.hash };
  return outboxId === undefined ? undefined : { key: keys.outbox(outboxId), holds: () => true };
};

/** Everything a commit writes, in the table's words. */
export const prepareCommit = (table: Table, commit: Commit, ids: Ids): PreparedCommit => {
  const token = randomUUID();
  const { idempotency, now } = commit;
  const transitions = commit.transitions.map((transition) => sealTransition(table, transition, commit));
  const outbox = (commit.outbox ?? []).map((message) => ({ id: ids.next('obx'), message }));
  const writes = [
    ...transitions.flatMap((transition) => transition.writes),
    ...versionChecks(table, commit),
    ...(commit.fence ? [fenceCheck(table, commit.fence)] : []),
    ...(commit.fenceChange ? fenceChanges(table, commit.fenceChange) : []),
    ...(commit.inserts ?? []).flatMap((insert) => insertWrites(table, insert)),
    ...outbox.map(({ id, message }) => outboxWrite(table, id, message, now)),
  ];
  return {
    transaction: { token, record: idempotency && recordWrite(table, idempotency, token, now), writes },
    proof: proofOf(commit, token, transitions[0], outbox[0]?.id),
  };
};
