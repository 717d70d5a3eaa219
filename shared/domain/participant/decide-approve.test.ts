import { describe, expect, it } from 'vitest';
import { aJourney } from '../../../test/builders/journey.ts';
import { aCertifier, person } from '../../../test/builders/people.ts';

const approve = { type: 'decide:APPROVE', reason: null, confirmNotCertified: false } as const;
const insisting = { ...approve, reason: 'the district is closed', confirmNotCertified: true } as const;

describe('Approve is refused', () => {
  it('to whoever certified the participant himself', () => {
    const journey = aJourney().certifies('ana');
    expect(journey.refusal(person(aCertifier('ana')), approve).code).toBe('SEPARATION_OF_DUTIES');
  });

  it('after the close and before the window opens', () => {
    expect(aJourney().closed().refusal('state-approver', insisting).code).toBe('EVENT_CLOSED');
    expect(aJourney({ on: '2026-05-02' }).refusal('state-approver', insisting).code).toBe('WINDOW_NOT_OPEN');
  });

  it('when it is approved already, and for a participant left out', () => {
    expect(aJourney().certifies('ana').approves().refusal('state-approver', approve).code).toBe('WRONG_STATUS');
    const left = aJourney().reports({ type: 'withdrawParticipant', reason: 'merged' });
    expect(left.refusal('state-approver', approve).code).toBe('WRONG_STATUS');
  });

  it('for what nobody has certified, unless confirmed and explained', () => {
    const journey = aJourney();
    expect(journey.refusal('state-approver', approve).code).toBe('NOT_CERTIFIED');
    const unexplained = { ...insisting, reason: '  ' };
    expect(journey.refusal('state-approver', unexplained)).toEqual({ code: 'REASON_REQUIRED', pointer: '/reason' });
  });

  it('while a request is pending, unless declined with a reason', () => {
    const journey = aJourney().certifies('ana').requestsRecertification('ana');
    expect(journey.refusal('state-approver', approve).code).toBe('REASON_REQUIRED');
  });
});

describe('Approve', () => {
  it('of what was sent completes its certifiers and keeps the snapshot locked', () => {
    const journey = aJourney().certifies('ana').approves();
    expect(journey.happened).toEqual([expect.objectContaining({ type: 'ParticipantApproved', sentSequence: 1 })]);
    expect(journey.participant).toMatchObject({ status: 'APPROVED', approval: { notCertified: false, reason: null } });
    expect(journey.participant.snapshot?.state).toBe('LOCKED');
    expect([journey.statusOf('ana'), journey.statusOf('rita')]).toEqual(['APPROVED_COMPLETE', 'NOT_APPLICABLE']);
  });

  it('stays possible after the end date until the close', () => {
    expect(aJourney().certifies('ana').on('2026-07-01').approves().participant.status).toBe('APPROVED');
  });

  it('without certification claims no signature, binds to the completed snapshot and starts a flow of its own', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'] }).certifies('ana');
    journey.approves({ reason: 'ben has left', confirmNotCertified: true });
    const { participant } = journey;
    expect(participant.approval).toMatchObject({
      notCertified: true,
      reason: 'ben has left',
      snapshotId: participant.snapshot?.snapshotId,
    });
    expect([journey.statusOf('ana'), journey.statusOf('ben')]).toEqual(['APPROVED_COMPLETE', 'COMPLETE_BY_STATE']);
    expect(journey.task('ben').submission).toBeNull();
    expect(participant).toMatchObject({ sentSequence: 1, sentAt: null });
    expect(participant.snapshot?.state).toBe('LOCKED');
  });

  it('without any completed snapshot binds to none', () => {
    const journey = aJourney().approves({ reason: 'no students', confirmNotCertified: true });
    expect(journey.participant).toMatchObject({ status: 'APPROVED', approval: { snapshotId: null }, snapshot: null });
  });

  it('on a pending request after sending declines it and approves', () => {
    const journey = aJourney().certifies('ana').requestsRecertification('ana').approves({ reason: 'it is fine' });
    expect(journey.whatHappened).toEqual(['RecertificationRequestDeclined', 'ParticipantApproved']);
    expect(journey.participant).toMatchObject({ status: 'APPROVED', openRequest: null });
    expect(journey.statusOf('ana')).toBe('APPROVED_COMPLETE');
  });

  it('on a pending request after approval declines it and leaves the approval as it was', () => {
    const journey = aJourney().certifies('ana').approves().requestsRecertification('ana');
    const { approval } = journey.participant;
    journey.approves({ reason: 'it is fine' });
    expect(journey.whatHappened).toEqual(['RecertificationRequestDeclined']);
    expect(journey.participant).toMatchObject({ status: 'APPROVED', approval });
  });
});
