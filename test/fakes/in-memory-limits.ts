import type { Commit } from '../../shared/application/ports/unit-of-work.ts';

const maxItems = 100;
const maxItemBytes = 400 * 1024;

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** The table's limits, roughly: enough to find a commit that forgot to cut itself into chunks. */
export const assertCommitFits = (commit: Commit): void => {
  const rows = [...(commit.outbox ?? []), ...(commit.inserts ?? [])];
  const items =
    commit.transitions.length * 2 +
    rows.length +
    (commit.checks?.length ?? 0) +
    (commit.fence ? 1 : 0) +
    (commit.fenceChange ? 32 : 0) +
    (commit.idempotency ? 1 : 0);
  if (items > maxItems) throw new Error(`the transaction is too large: ${items} items, at most ${maxItems}`);
  const largest = Math.max(0, ...[...rows, ...commit.transitions.map(({ after }) => after)].map(bytesOf));
  if (largest > maxItemBytes) throw new Error(`the transaction is too large: an item of ${largest} bytes`);
};
