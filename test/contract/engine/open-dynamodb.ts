import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { randomUUID } from 'node:crypto';
import { createDueList } from '../../../shared/adapters/dynamodb/due-list.ts';
import { createJournal } from '../../../shared/adapters/dynamodb/journal.ts';
import { createLeases } from '../../../shared/adapters/dynamodb/leases.ts';
import { createOutboxRows } from '../../../shared/adapters/dynamodb/outbox-rows.ts';
import { createStore } from '../../../shared/adapters/dynamodb/store.ts';
import { openTable, type Table } from '../../../shared/adapters/dynamodb/table.ts';
import { createUnitOfWork } from '../../../shared/adapters/dynamodb/unit-of-work.ts';
import { createWaits } from '../../../shared/adapters/dynamodb/waits.ts';
import type { Clock } from '../../../shared/application/ports/world.ts';
import { countingIds } from '../../fakes/counting-ids.ts';
import type { TablePorts } from '../../fakes/in-memory-ports.ts';
import { createTable } from './create-table.ts';

export interface OpenedTable {
  readonly client: DynamoDBClient;
  readonly table: Table;
}

/** `attempts`: how often the SDK tries by itself. */
export const newClient = (endpoint: string, attempts = 1): DynamoDBClient =>
  new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'operator', secretAccessKey: 'local' },
    maxAttempts: attempts,
  });

/** A new, empty table in the engine, and a client that gives up at once. */
export const openNewTable = async (endpoint: string): Promise<OpenedTable> => {
  const client = newClient(endpoint);
  const name = `contract-${randomUUID()}`;
  await createTable(client, name);
  return { client, table: openTable(name, client, async () => {}) };
};

export const portsOver = (table: Table, clock: Clock): TablePorts => {
  const ids = countingIds();
  return {
    clock,
    ids,
    store: createStore(table),
    unitOfWork: createUnitOfWork({ table, clock, ids }),
    journal: createJournal({ table }),
    outboxRows: createOutboxRows(table),
    leases: createLeases(table),
    waits: createWaits(table),
    dueList: createDueList(table),
  };
};
