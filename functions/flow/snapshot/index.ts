import { workFolders } from '../../../shared/adapters/system/work-folders.ts';
import { objectStore } from '../../../shared/wiring/objects.ts';
import { tablePorts } from '../../../shared/wiring/table.ts';
import { runSnapshotTask } from '../../../shared/application/flows/snapshot/tasks.ts';
import { snapshotTask } from '../../../shared/contracts/workflows/snapshot.ts';
import { taskHandler } from '../../../shared/runtime/task-handler.ts';
import { duckDbSchoolRows } from './duckdb-school-rows.ts';

const ports = {
  ...tablePorts(),
  objects: objectStore('data', 'reports'),
  folders: workFolders(),
  schoolRows: duckDbSchoolRows(),
};

export const handler = taskHandler(snapshotTask, (task) => runSnapshotTask(ports, task));
