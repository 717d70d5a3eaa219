import type { ApprovalTask } from '../../../contracts/workflows/approval.ts';
import { ok } from '../../../kernel/result.ts';
import { handleCommand } from '../../handle-command.ts';
import type { OutboxMessage } from '../../outbox.ts';
import type { Ports } from '../../ports/ports.ts';
import { systemCaller } from '../../system-caller.ts';
import { mustCommit } from '../must-commit.ts';
import { readOutcome } from './outcome.ts';

type Telling = Extract<OutboxMessage, { readonly type: 'NOTIFY' }>['notification'];

const send = async (
  ports: Ports,
  task: ApprovalTask,
  telling: Pick<Telling, 'kind' | 'audience'> & { readonly facts?: Telling['facts'] },
): Promise<void> => {
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
      facts: { participant: participant?.state.name ?? organizationId, round: String(round), ...telling.facts },
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

const howApproved = async (ports: Ports, task: ApprovalTask): Promise<Telling['facts']> => {
  const participant = await ports.store.load('participant', task);
  return participant?.state.approval?.notCertified === true ? { notCertified: 'true' } : {};
};

/** The reason stands where the decision stands, in the participant's history. */
const whyReturned = async (ports: Ports, task: ApprovalTask): Promise<Telling['facts']> => {
  const decisions = (await ports.store.historyOf(task)).filter(
    ({ command }) => command === 'decide:REQUEST_RECERTIFICATION',
  );
  const reason = decisions.at(-1)?.reason;
  return typeof reason === 'string' ? { reason } : {};
};

/** The participant's people learn what the state decided. */
export const tellMembers = async (
  ports: Ports,
  task: Extract<ApprovalTask, { readonly task: 'tell-members' }>,
): Promise<{ readonly outcome: 'TOLD' }> => {
  const audience = { kind: 'PARTICIPANT', organizationId: task.organizationId, except: null } as const;
  if (task.outcome === 'APPROVED')
    await send(ports, task, { kind: 'CERTIFICATION_APPROVED', audience, facts: await howApproved(ports, task) });
  if (task.outcome === 'RETURNED')
    await send(ports, task, { kind: 'RECERTIFICATION_REQUIRED', audience, facts: await whyReturned(ports, task) });
  return { outcome: 'TOLD' };
};
