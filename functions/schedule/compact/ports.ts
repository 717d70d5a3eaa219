import { workFolders } from '../../../shared/adapters/system/work-folders.ts';
import type { CompactionPorts } from '../../../shared/application/datamart/write-part.ts';
import { objectStore } from '../../../shared/wiring/objects.ts';
import { tablePorts } from '../../../shared/wiring/table.ts';
import { duckDbCompactor } from './duckdb-compactor.ts';

/** What compaction needs. */
export const compactionPorts = (): CompactionPorts => ({
  ...tablePorts(),
  objects: objectStore('data'),
  folders: workFolders(),
  compactor: duckDbCompactor(),
});
