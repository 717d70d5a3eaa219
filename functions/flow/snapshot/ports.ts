import { workFolders } from '../../../shared/adapters/system/work-folders.ts';
import type { SnapshotPorts } from '../../../shared/application/flows/snapshot/ports.ts';
import { objectStore } from '../../../shared/wiring/objects.ts';
import { tablePorts } from '../../../shared/wiring/table.ts';
import { duckDbSchoolRows } from './duckdb-school-rows.ts';

/** What taking snapshots needs. */
export const snapshotPorts = (): SnapshotPorts => ({
  ...tablePorts(),
  objects: objectStore('data', 'reports'),
  folders: workFolders(),
  schoolRows: duckDbSchoolRows(),
});
