import type { Store } from './store.ts';
import type { Journal, UnitOfWork } from './unit-of-work.ts';
import type { Clock, Ids, ObjectStore } from './world.ts';

/** What most commands need: reads, the one way to write, and names for new things. */
export interface Ports {
  readonly store: Store;
  readonly unitOfWork: UnitOfWork;
  readonly journal: Journal;
  readonly ids: Ids;
  readonly clock: Clock;
}

export interface PortsWithObjects extends Ports {
  readonly objects: ObjectStore;
}
