import { type CancellationReason, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from './table.ts';
import { assertTransactionFits } from './transaction-limits.ts';
import type { TransactItem } from './writes/transact-item.ts';

/** TWIN: the idempotency record was there already. CONDITION: something else was not as expected. */
export type TransactionOutcome = 'WRITTEN' | 'TWIN' | 'CONDITION';

export interface Transaction {
  /** Names this one transaction (at most 36 characters), so that the SDK's own retry of a lost reply counts once. */
  readonly token: string;
  readonly record?: TransactItem | undefined;
  readonly writes: readonly TransactItem[];
}

const maxAttempts = 6;
const passing: ReadonlySet<string | undefined> = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
]);

// Ruling J: a twin decides even when others collide; a collision hides whether the conditions hold, so it is retried first.
const verdictOf = (
  reasons: readonly CancellationReason[],
  hasRecord: boolean,
): 'TWIN' | 'CONDITION' | 'PASSING' | undefined => {
  if (hasRecord && reasons[0]?.Code === 'ConditionalCheckFailed') return 'TWIN';
  if (reasons.some(({ Code }) => passing.has(Code))) return 'PASSING';
  return reasons.some(({ Code }) => Code === 'ConditionalCheckFailed') ? 'CONDITION' : undefined;
};

/** Writes all or nothing. Conflicts and throttling are retried with jitter; other faults, and the last conflict, are thrown. */
export const transact = async (table: Table, { token, record, writes }: Transaction): Promise<TransactionOutcome> => {
  const items = record ? [record, ...writes] : [...writes];
  assertTransactionFits(items);
  const command = new TransactWriteCommand({ TransactItems: items, ClientRequestToken: token });
  for (let attempt = 1; ; attempt += 1) {
    try {
      await table.client.send(command);
      return 'WRITTEN';
    } catch (fault) {
      if (!(fault instanceof TransactionCanceledException)) throw fault;
      const verdict = verdictOf(fault.CancellationReasons ?? [], record !== undefined);
      if (verdict === 'TWIN' || verdict === 'CONDITION') return verdict;
      if (verdict === undefined || attempt === maxAttempts) throw fault;
      await table.pause(attempt);
    }
  }
};
