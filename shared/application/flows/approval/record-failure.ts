import type { ApprovalTask } from '../../../contracts/workflows/approval.ts';
import type { Ports } from '../../ports/ports.ts';
import { systemCaller } from '../../system-caller.ts';
import { startAgain } from '../start-again.ts';

/** The flow only follows, so it is started again a few times; the participant itself is untouched. */
export const recordApprovalFailure = async (
  ports: Ports,
  task: ApprovalTask,
): Promise<{ readonly outcome: 'RECORDED' }> => {
  const caller = await systemCaller(ports, 'approval-flow', task.execution);
  const { version, certificationEventId, organizationId, round, sentSequence } = task;
  const input = { version, certificationEventId, organizationId, round, sentSequence };
  await startAgain(ports, caller, 'approval', task.execution, input);
  return { outcome: 'RECORDED' };
};
