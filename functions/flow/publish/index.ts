import { runPublishTask } from '../../../shared/application/flows/publish/tasks.ts';
import { publishTask } from '../../../shared/contracts/workflows/publish.ts';
import { taskHandler } from '../../../shared/runtime/task-handler.ts';
import { tablePorts } from '../../../shared/wiring/table.ts';

const ports = tablePorts();

export const handler = taskHandler(publishTask, (task) => runPublishTask(ports, task));
