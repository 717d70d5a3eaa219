import type { DueList } from '../../shared/application/ports/due-list.ts';
import type { Leases } from '../../shared/application/ports/leases.ts';
import type { OutboxRows } from '../../shared/application/ports/outbox-rows.ts';
import type { Ports } from '../../shared/application/ports/ports.ts';
import type { Waits } from '../../shared/application/ports/waits.ts';
import type { Clock, Ids } from '../../shared/application/ports/world.ts';
import { emptyData, type InMemoryData } from './in-memory-data.ts';
import { inMemoryDueList } from './in-memory-due-list.ts';
import { inMemoryJournal } from './in-memory-journal.ts';
import { inMemoryLeases } from './in-memory-leases.ts';
import { inMemoryOutboxRows } from './in-memory-outbox-rows.ts';
import { inMemoryStore } from './in-memory-store.ts';
import { inMemoryUnitOfWork } from './in-memory-unit-of-work.ts';
import { inMemoryWaits } from './in-memory-waits.ts';

/** Every port that the table stands behind. */
export interface TablePorts extends Ports {
  readonly outboxRows: OutboxRows;
  readonly leases: Leases;
  readonly waits: Waits;
  readonly dueList: DueList;
}

/** The table's ports over one memory; they pass the contract suite of the real table. */
export const inMemoryPorts = (
  world: { readonly clock: Clock; readonly ids: Ids },
  data: InMemoryData = emptyData(),
): TablePorts => ({
  ...world,
  store: inMemoryStore(data),
  unitOfWork: inMemoryUnitOfWork(data, world),
  journal: inMemoryJournal(data),
  outboxRows: inMemoryOutboxRows(data),
  leases: inMemoryLeases(data),
  waits: inMemoryWaits(data),
  dueList: inMemoryDueList(data),
});
