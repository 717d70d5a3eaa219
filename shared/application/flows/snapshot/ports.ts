import type { PortsWithObjects } from '../../ports/ports.ts';
import type { SchoolRows } from '../../ports/school-rows.ts';
import type { WorkFolders } from '../../ports/work-folder.ts';

/** What taking snapshots needs: for a school its rows are taken out of the district's files. */
export interface SnapshotPorts extends PortsWithObjects {
  readonly folders: WorkFolders;
  readonly schoolRows: SchoolRows;
}
