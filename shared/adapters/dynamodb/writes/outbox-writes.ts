import { firstSweepAt } from '../../../application/outbox-policy.ts';
import type { OutboxMessage } from '../../../application/outbox.ts';
import type { Instant } from '../../../kernel/instant.ts';
import { keys, listedAs } from '../keys.ts';
import type { Item } from '../parse-item.ts';
import type { Table } from '../table.ts';
import { insertNew, type TransactItem } from './transact-item.ts';

/** A message as a row of the outbox: the table's stream carries it to the relay, the due list to the sweeper. */
export const outboxItem = (id: string, message: OutboxMessage, committedAt: Instant): Item => ({
  ...keys.outbox(id),
  ...listedAs.due(id, firstSweepAt(committedAt)),
  message,
  committedAt,
  status: 'PENDING',
  attempts: 0,
  problem: null,
});

export const outboxWrite = (table: Table, id: string, message: OutboxMessage, committedAt: Instant): TransactItem =>
  insertNew(table, outboxItem(id, message, committedAt));
