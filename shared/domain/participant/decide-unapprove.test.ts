import { describe, expect, it } from 'vitest';
import { aJourney } from '../../../test/builders/journey.ts';
import { certifier } from '../../../test/builders/participant.ts';

const unapprove = { type: 'decide:UNAPPROVE', reason: 'by mistake', members: [certifier('ana')] } as const;

describe('Taking an approval back is refused', () => {
  it('after the close, when nothing is approved, and without a reason', () => {
    expect(aJourney().certifies('ana').approves().closed().refusal('state-approver', unapprove).code).toBe(
      'EVENT_CLOSED',
    );
    expect(aJourney().certifies('ana').refusal('state-approver', unapprove).code).toBe('WRONG_STATUS');
    const approved = aJourney().certifies('ana').approves();
    expect(approved.refusal('state-approver', { ...unapprove, reason: null }).code).toBe('REASON_REQUIRED');
  });

  it('while a request is pending: that is answered first', () => {
    const journey = aJourney().certifies('ana').approves().requestsRecertification('ana');
    expect(journey.refusal('state-approver', unapprove).code).toBe('WRONG_STATUS');
  });
});

describe('Taking an approval back', () => {
  it('leads to what was sent, which waits for a decision anew', () => {
    const journey = aJourney().certifies('ana').approves().unapproves();
    expect(journey.participant).toMatchObject({ status: 'SENT', approval: null, sentSequence: 2 });
    expect(journey.participant.snapshot?.state).toBe('LOCKED');
    expect(journey.statusOf('ana')).toBe('COMPLETE');
  });

  it('leads to unfinished work where nobody had certified, with the snapshot free again', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'] }).certifies('ana');
    journey.approves({ reason: 'ben has left', confirmNotCertified: true }).unapproves();
    expect(journey.participant).toMatchObject({ status: 'IN_PROGRESS', awaitsConfirmation: false });
    expect(journey.participant.snapshot?.state).toBe('CURRENT');
    expect([journey.statusOf('ana'), journey.statusOf('ben')]).toEqual(['COMPLETE', 'NOT_STARTED']);
  });

  it('waits for a confirmation where everybody left has certified', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'] }).certifies('ana');
    journey.approves({ reason: 'ben has left', confirmNotCertified: true });
    journey.does('state-approver', unapprove);
    expect(journey.whatHappened).toEqual(['ApprovalReversed', 'MemberLeft', 'MemberLeft', 'ConfirmationAwaited']);
    expect(journey.participant.awaitsConfirmation).toBe(true);
    expect(journey.does('ana', { type: 'confirmSent' }).participant.status).toBe('SENT');
  });

  it('makes steps stale that were done for an older revision', () => {
    const journey = aJourney().starts('ana').worksThrough('ana').revision(2);
    journey.approves({ reason: 'enough', confirmNotCertified: true }).unapproves();
    expect(Object.values(journey.participant.steps).every((run) => run.stale)).toBe(true);
  });
});

describe('Declining a request', () => {
  const decline = { type: 'decide:DECLINE_REQUEST', reason: 'the data are right' } as const;

  it('is refused after the close, without a request, and without a comment', () => {
    const asked = () => aJourney().certifies('ana').requestsRecertification('ana');
    expect(asked().closed().refusal('state-approver', decline).code).toBe('EVENT_CLOSED');
    expect(aJourney().refusal('state-approver', decline).code).toBe('NO_OPEN_REQUEST');
    expect(asked().refusal('state-approver', { ...decline, reason: '' }).code).toBe('REASON_REQUIRED');
  });

  it('leads back to where the request was made', () => {
    const fromSent = aJourney().certifies('ana').requestsRecertification('ana').does('state-approver', decline);
    expect(fromSent.participant).toMatchObject({ status: 'SENT', openRequest: null });
    expect(fromSent.statusOf('ana')).toBe('COMPLETE');
    const fromApproved = aJourney().certifies('ana').approves().requestsRecertification('ana');
    fromApproved.does('state-approver', decline);
    expect(fromApproved.participant.status).toBe('APPROVED');
    expect(fromApproved.statusOf('ana')).toBe('APPROVED_COMPLETE');
  });
});
