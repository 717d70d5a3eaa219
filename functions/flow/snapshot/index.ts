import { runSnapshotTask } from '../../../shared/application/flows/snapshot/tasks.ts';
import { snapshotTask } from '../../../shared/contracts/workflows/snapshot.ts';
import { taskHandler } from '../../../shared/runtime/task-handler.ts';
import { snapshotPorts } from './ports.ts';

const ports = snapshotPorts();

export const handler = taskHandler(snapshotTask, (task) => runSnapshotTask(ports, task));
