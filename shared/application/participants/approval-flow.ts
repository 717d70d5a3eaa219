import type { Participant } from '../../domain/participant/state.ts';
import type { ApprovalOutcome, OutboxMessage } from '../outbox.ts';

/** What an approval flow follows: one sending of one participant (ruling G: inputs are versioned). */
export interface ApprovalFlowInput {
  readonly version: 1;
  readonly certificationEventId: string;
  readonly organizationId: string;
  readonly round: number;
  readonly sentSequence: number;
}

/** Named by participant, round and sending, so that starting it twice is starting it once. */
export const startApproval = (participant: Participant): OutboxMessage => {
  const { certificationEventId, organizationId, round, sentSequence } = participant;
  const input: ApprovalFlowInput = { version: 1, certificationEventId, organizationId, round, sentSequence };
  return {
    type: 'START_EXECUTION',
    machine: 'approval',
    name: `${certificationEventId}.${organizationId}.${round}.${sentSequence}`.slice(0, 80),
    input,
  };
};

export const answerWait = (
  participant: Participant,
  sentSequence: number,
  outcome: ApprovalOutcome,
): OutboxMessage => ({
  type: 'ANSWER_WAIT',
  certificationEventId: participant.certificationEventId,
  organizationId: participant.organizationId,
  sentSequence,
  outcome,
});
