import { createJournal } from '../adapters/dynamodb/journal.ts';
import { createStore } from '../adapters/dynamodb/store.ts';
import { openTable } from '../adapters/dynamodb/table.ts';
import { createUnitOfWork } from '../adapters/dynamodb/unit-of-work.ts';
import { systemClock } from '../adapters/system/clock.ts';
import { createIds } from '../adapters/system/ids.ts';
import type { Meter } from '../application/ports/meter.ts';
import type { Ports } from '../application/ports/ports.ts';
import { countingJournal, countingUnitOfWork } from '../application/metrics/counting.ts';
import { env } from '../runtime/env.ts';
import { meter } from './meter.ts';

/** Reads, the one way to write, and names for new things: what nearly every function needs. */
export const tablePorts = (counts: Meter = meter()): Ports => {
  const table = openTable(env('TABLE_NAME'));
  const clock = systemClock();
  const ids = createIds();
  return {
    store: createStore(table),
    unitOfWork: countingUnitOfWork(createUnitOfWork({ table, clock, ids }), counts),
    journal: countingJournal(createJournal({ table }), counts),
    ids,
    clock,
  };
};
