import type { ApprovalTask } from '../../../contracts/workflows/approval.ts';
import type { CertificationEvent } from '../../../domain/certification-event/state.ts';
import { waitingSend } from '../../../domain/participant/context.ts';
import type { Participant } from '../../../domain/participant/state.ts';
import type { ApprovalOutcome } from '../../outbox.ts';
import type { Ports } from '../../ports/ports.ts';

const isApproved = (participant: Participant): boolean =>
  participant.status === 'APPROVED' ||
  (participant.status === 'RECERT_REQUESTED' && participant.openRequest?.previousStatus === 'APPROVED');

/** How this sending ended, read from the stored state; undefined while the state has not decided. */
const outcomeOf = (
  certificationEvent: CertificationEvent,
  participant: Participant,
  task: Pick<ApprovalTask, 'round' | 'sentSequence'>,
): ApprovalOutcome | undefined => {
  if (participant.round > task.round) return 'RETURNED';
  if (participant.sentSequence > task.sentSequence) return 'WITHDRAWN';
  if (isApproved(participant)) return 'APPROVED';
  if (certificationEvent.status === 'CLOSED') return 'CLOSED';
  return waitingSend(participant) === null ? 'WITHDRAWN' : undefined;
};

/** Reads both, strongly consistent. A participant that a flow follows cannot be absent: that is a fault. */
export const readOutcome = async (
  ports: Pick<Ports, 'store'>,
  task: ApprovalTask,
): Promise<ApprovalOutcome | undefined> => {
  const { certificationEventId, organizationId } = task;
  const [certificationEvent, participant] = await Promise.all([
    ports.store.load('certificationEvent', certificationEventId),
    ports.store.load('participant', { certificationEventId, organizationId }),
  ]);
  if (certificationEvent === undefined || participant === undefined)
    throw new Error(`participant ${certificationEventId}/${organizationId} of an approval flow is missing`);
  return outcomeOf(certificationEvent.state, participant.state, task);
};
