import type { ApprovalTask } from '../../../contracts/workflows/approval.ts';
import type { PortsWithObjects } from '../../ports/ports.ts';
import { awaitDecision, type WaitPorts } from './await-decision.ts';
import { conclude } from './conclude.ts';
import { recordApprovalFailure } from './record-failure.ts';
import { tellApprovers, tellMembers } from './tell.ts';

/** The work behind each task of the approval machine. The wait answers through its token, not through this. */
export const runApprovalTask = (
  ports: WaitPorts & PortsWithObjects,
  task: ApprovalTask,
): Promise<{ readonly outcome: string } | null> => {
  switch (task.task) {
    case 'tell-approvers':
      return tellApprovers(ports, task);
    case 'await-decision':
      return awaitDecision(ports, task);
    case 'conclude':
      return conclude(ports, task);
    case 'tell-members':
      return tellMembers(ports, task);
    case 'record-failure':
      return recordApprovalFailure(ports, task);
  }
};
