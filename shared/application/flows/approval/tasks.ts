import type { ApprovalTask } from '../../../contracts/workflows/approval.ts';
import type { PortsWithObjects } from '../../ports/ports.ts';
import { awaitDecision, type WaitPorts } from './await-decision.ts';
import { writeCertificate } from './certificate.ts';
import { lockSentSnapshot } from './lock-sent-snapshot.ts';
import { recordApprovalFailure } from './record-failure.ts';
import { tellApprovers, tellMembers } from './tell.ts';

/** The work behind each task of the approval machine. The wait answers through its token, not through this. */
export const runApprovalTask = async (
  ports: WaitPorts & PortsWithObjects,
  task: ApprovalTask,
): Promise<{ readonly outcome: string } | null> => {
  switch (task.task) {
    case 'tell-approvers':
      await lockSentSnapshot(ports, task);
      return tellApprovers(ports, task);
    case 'await-decision':
      return awaitDecision(ports, task);
    case 'conclude':
      // The decision's own commit has said everything to the table; what is left is the certificate.
      if (task.outcome === 'APPROVED') await writeCertificate(ports, task);
      return { outcome: 'CONCLUDED' };
    case 'tell-members':
      return tellMembers(ports, task);
    case 'record-failure':
      return recordApprovalFailure(ports, task);
  }
};
