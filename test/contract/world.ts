import { inject } from 'vitest';
import { moment } from '../builders/time.ts';
import { countingIds } from '../fakes/counting-ids.ts';
import { inMemoryPorts, type TablePorts } from '../fakes/in-memory-ports.ts';
import { type SettableClock, settableClock } from '../fakes/settable-clock.ts';
import { openNewTable, portsOver } from './engine/open-dynamodb.ts';

/** The ports of the table over an empty store, and their clock, which stands at noon of 5 May 2026. */
export interface World extends TablePorts {
  readonly clock: SettableClock;
}

export type OpenWorld = () => Promise<World>;

const start = moment('2026-05-05');

export const openFakes: OpenWorld = async () => {
  const clock = settableClock(start);
  return { ...inMemoryPorts({ clock, ids: countingIds() }), clock };
};

export const openDynamoDb: OpenWorld = async () => {
  const clock = settableClock(start);
  const { table } = await openNewTable(inject('dynamoDbEndpoint'));
  return { ...portsOver(table, clock), clock };
};
