import type { Store } from '../../application/ports/store.ts';
import { cursorKey } from './cursor-key.ts';
import { auditReads } from './reads/audit.ts';
import { certificationEventReads } from './reads/certification-events.ts';
import { directoryReads } from './reads/directory.ts';
import { entityReads } from './reads/entities.ts';
import { libraryReads } from './reads/library.ts';
import { runAndSnapshotReads } from './reads/runs-and-snapshots.ts';
import type { Table } from './table.ts';

/** Every read of the table. Absent is undefined or empty; a fault of the table is thrown, always. */
export const createStore = (table: Table): Store => ({
  ...entityReads(table),
  ...certificationEventReads(table),
  ...runAndSnapshotReads(table),
  ...auditReads(table),
  ...directoryReads(table),
  ...libraryReads(table),
  cursorKey: () => cursorKey(table),
});
