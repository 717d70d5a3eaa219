import { objectStore } from '../../../shared/wiring/objects.ts';
import { tablePorts } from '../../../shared/wiring/table.ts';
import { waits } from '../../../shared/wiring/waits.ts';
import { workflows } from '../../../shared/wiring/workflows.ts';
import { runApprovalTask } from '../../../shared/application/flows/approval/tasks.ts';
import { approvalTask } from '../../../shared/contracts/workflows/approval.ts';
import { taskHandler } from '../../../shared/runtime/task-handler.ts';

const ports = { ...tablePorts(), objects: objectStore('data'), waits: waits(), workflows: workflows() };

export const handler = taskHandler(approvalTask, (task) => runApprovalTask(ports, task));
