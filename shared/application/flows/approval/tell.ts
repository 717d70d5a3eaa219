import type { ApprovalTask } from '../../../contracts/workflows/approval.ts';
import { ok } from '../../../kernel/result.ts';
import { handleCommand } from '../../handle-command.ts';
import type { OutboxMessage } from '../../outbox.ts';
import type { Ports } from '../../ports/ports.ts';
import { systemCaller } from '../../system-caller.ts';
import { mustCommit } from '../must-commit.ts';
import { readOutcome } from './outcome.ts';

type Telling = Extract<OutboxMessage, { readonly type: 'NOTIFY' }>['notification'];

const send = async (ports: Ports, task: ApprovalTask, telling: Pick<Telling, 'kind' | 'audience'>): Promise<void> => {
  const caller = await systemCaller(ports, 'approval-flow', task.execution);
  const { certificationEventId, organizationId, round, sentSequence } = task;
  const participant = await ports.store.load('participant', { certificationEventId, organizationId });
  const message: OutboxMessage = {
    type: 'NOTIFY',
    notification: {
      ...telling,
      certificationEventId,
      organizationId,
      dedupe: `${telling.kind}.${certificationEventId}.${organizationId}.${round}.${sentSequence}`,
      postedAt: caller.now,
      facts: { participant: participant?.state.name ?? organizationId, round: String(round) },
    },
  };
  mustCommit(
    await handleCommand(ports, {
      caller,
      repeat: null,
      operation: telling.kind,
      target: `${certificationEventId}/${organizationId}`,
      attempt: async () => ok({ transitions: [], outbox: [message], answer: null }),
    }),
  );
};

/** The state's members learn that a participant awaits them, unless it is decided already. */
export const tellApprovers = async (ports: Ports, task: ApprovalTask): Promise<{ readonly outcome: 'TOLD' }> => {
  if ((await readOutcome(ports, task)) === undefined)
    await send(ports, task, { kind: 'CERTIFICATION_SENT', audience: { kind: 'CATEGORY_STATE', approversOnly: false } });
  return { outcome: 'TOLD' };
};

/** The participant's people learn what the state decided. */
export const tellMembers = async (
  ports: Ports,
  task: Extract<ApprovalTask, { readonly task: 'tell-members' }>,
): Promise<{ readonly outcome: 'TOLD' }> => {
  const audience = { kind: 'PARTICIPANT', organizationId: task.organizationId, except: null } as const;
  if (task.outcome === 'APPROVED') await send(ports, task, { kind: 'CERTIFICATION_APPROVED', audience });
  if (task.outcome === 'RETURNED') await send(ports, task, { kind: 'RECERTIFICATION_REQUIRED', audience });
  return { outcome: 'TOLD' };
};
