import { createDynamoDbLocal } from '../../local/engines/dynamodb-local.ts';
import { findJava } from '../../local/engines/java.ts';
import { createIds } from '../../shared/adapters/system/ids.ts';
import { createJournal } from '../../shared/adapters/dynamodb/journal.ts';
import { createStore } from '../../shared/adapters/dynamodb/store.ts';
import { createUnitOfWork } from '../../shared/adapters/dynamodb/unit-of-work.ts';
import { systemClock } from '../../shared/adapters/system/clock.ts';
import type { Ports } from '../../shared/application/ports/ports.ts';
import { type MeteredRequest, meterOf } from '../../test/contract/engine/meter.ts';
import { openNewTable } from '../../test/contract/engine/open-dynamodb.ts';
import { portBase } from '../system/place.ts';

export interface MeteredTable {
  readonly ports: Ports;
  /** Of the engine, for further tables. */
  readonly endpoint: string;
  /** Every request with the units it consumed, transactions as AWS charges them. */
  readonly requests: MeteredRequest[];
  readonly stop: () => Promise<void>;
}

/** DynamoDB Local with one empty table that keeps account. */
export const openMeteredTable = async (): Promise<MeteredTable> => {
  // Beside the four ports of the running system.
  const engine = createDynamoDbLocal({ java: await findJava(), port: portBase + 4 });
  await engine.start();
  const { client, table } = await openNewTable(engine.endpoint);
  const parts = { table, clock: systemClock(), ids: createIds() };
  return {
    ports: { ...parts, store: createStore(table), unitOfWork: createUnitOfWork(parts), journal: createJournal(parts) },
    endpoint: engine.endpoint,
    requests: meterOf(client),
    stop: () => engine.stop(),
  };
};
