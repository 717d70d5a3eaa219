import { objectStore } from '../../../shared/adapters/compose/objects.ts';
import { tablePorts } from '../../../shared/adapters/compose/table.ts';
import { waits } from '../../../shared/adapters/compose/waits.ts';
import { workflows } from '../../../shared/adapters/compose/workflows.ts';
import { runApprovalTask } from '../../../shared/application/flows/approval/tasks.ts';
import { approvalTask } from '../../../shared/contracts/workflows/approval.ts';
import { taskHandler } from '../../../shared/runtime/task-handler.ts';

const ports = { ...tablePorts(), objects: objectStore(), waits: waits(), workflows: workflows([]) };

export const handler = taskHandler(approvalTask, (task) => runApprovalTask(ports, task));
