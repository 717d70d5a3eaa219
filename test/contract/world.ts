import { inject } from 'vitest';
import { createTableRows } from '../../shared/adapters/dynamodb/table-rows.ts';
import type { TableRows } from '../../shared/application/ports/table-rows.ts';
import { moment } from '../builders/time.ts';
import { countingIds } from '../fakes/counting-ids.ts';
import { emptyData } from '../fakes/in-memory-data.ts';
import { inMemoryPorts, type TablePorts } from '../fakes/in-memory-ports.ts';
import { rowsOf } from '../fakes/in-memory-rows.ts';
import { type SettableClock, settableClock } from '../fakes/settable-clock.ts';
import { openNewTable, portsOver } from './engine/open-dynamodb.ts';

/** The ports of the table over an empty store, and their clock, which stands at noon of 5 May 2026. */
export interface World extends TablePorts {
  readonly clock: SettableClock;
}

/** With the whole table before one's eyes. */
export interface OpenedWorld extends World {
  readonly rows: TableRows;
}

export type OpenWorld = () => Promise<World>;

const start = moment('2026-05-05');

export const openFakes = async (): Promise<OpenedWorld> => {
  const clock = settableClock(start);
  const data = emptyData();
  const rows: TableRows = {
    async *all() {
      yield* rowsOf(data);
    },
  };
  return { ...inMemoryPorts({ clock, ids: countingIds() }, data), clock, rows };
};

export const openDynamoDb = async (): Promise<OpenedWorld> => {
  const clock = settableClock(start);
  const { table } = await openNewTable(inject('dynamoDbEndpoint'));
  return { ...portsOver(table, clock), clock, rows: createTableRows(table) };
};
