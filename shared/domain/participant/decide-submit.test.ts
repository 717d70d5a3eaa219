import { describe, expect, it } from 'vitest';
import { aJourney } from '../../../test/builders/journey.ts';

const submit = {
  type: 'submitCertification',
  attestation: { name: 'Ana Test', accepted: true },
  attestationVersion: 1,
  hasGroups: true,
} as const;

describe('Submit Certification to State is refused', () => {
  it('to a reviewer', () => {
    expect(aJourney().refusal('rita', submit).code).toBe('FORBIDDEN');
  });

  it('in the order closed, paused, window, past due, already submitted, steps, attestation', () => {
    expect(
      aJourney({ outline: { active: false } })
        .closed()
        .refusal('ana', submit).code,
    ).toBe('EVENT_CLOSED');
    expect(aJourney({ outline: { active: false }, on: '2026-05-02' }).refusal('ana', submit).code).toBe('EVENT_PAUSED');
    expect(aJourney({ on: '2026-05-02' }).refusal('ana', submit).code).toBe('WINDOW_NOT_OPEN');
    expect(aJourney().certifies('ana').on('2026-05-20').refusal('ana', submit).code).toBe('PAST_DUE');
    expect(aJourney().certifies('ana').refusal('ana', submit).code).toBe('ALREADY_SUBMITTED');
    expect(aJourney().refusal('ana', { ...submit, attestation: { name: '', accepted: false } }).code).toBe(
      'STEPS_INCOMPLETE',
    );
  });

  it('with the steps that are missing', () => {
    const journey = aJourney().starts('ana').runs('ana', 'district-validation').runEnds('district-validation');
    journey.completes('ana', 'district-validation');
    expect(journey.refusal('ana', submit).facts).toEqual({ steps: ['state-validation', 'snapshot-validation'] });
  });

  it('without an accepted and signed attestation, pointing at the value', () => {
    const journey = aJourney().starts('ana').worksThrough('ana');
    const unsigned = { ...submit, attestation: { name: '  ', accepted: true } };
    const unaccepted = { ...submit, attestation: { name: 'Ana Test', accepted: false } };
    expect(journey.refusal('ana', unsigned)).toEqual({ code: 'ATTESTATION_REQUIRED', pointer: '/attestation/name' });
    expect(journey.refusal('ana', unaccepted)).toEqual({
      code: 'ATTESTATION_REQUIRED',
      pointer: '/attestation/accepted',
    });
  });

  it('to a certifier whose evidence is of an older snapshot', () => {
    const journey = aJourney().starts('ana').worksThrough('ana').takesSnapshot('ana');
    expect(journey.refusal('ana', submit).facts).toEqual({ steps: ['snapshot-validation'] });
    journey.snapshotTaken('snapshot-2').runEnds('snapshot-validation').completes('ana', 'snapshot-validation');
    expect(journey.submits('ana').participant.status).toBe('SENT');
  });

  it('one millisecond after the last day, and not one before', () => {
    const late = aJourney().starts('ana').worksThrough('ana').on('2026-05-19T06:00:00.000Z');
    expect(late.refusal('ana', submit).code).toBe('PAST_DUE');
    const inTime = aJourney().starts('ana').worksThrough('ana').on('2026-05-19T05:59:59.999Z');
    expect(inTime.submits('ana').participant.status).toBe('SENT');
  });
});

describe('Submit Certification to State', () => {
  it('keeps the participant in progress until every certifier has submitted', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'] }).certifies('ana');
    expect(journey.whatHappened).toEqual(['CertificationSubmitted']);
    expect(journey.happened[0]).toMatchObject({ done: 1, certifiers: 2 });
    expect(journey.participant.status).toBe('IN_PROGRESS');
    expect(journey.statusOf('ana')).toBe('COMPLETE');
  });

  it('by the last certifier sends the participant and locks the snapshot that all have signed', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'] })
      .certifies('ana')
      .certifies('ben');
    expect(journey.whatHappened).toEqual(['CertificationSubmitted', 'ParticipantSent']);
    const { participant } = journey;
    expect(participant).toMatchObject({ status: 'SENT', sentSequence: 1, sentAt: journey.now, mixedData: false });
    expect(participant.snapshot?.state).toBe('LOCKED');
    expect(participant.tasks.flatMap((task) => (task.submission ? [task.submission] : []))).toEqual(
      ['ana', 'ben'].map((name) => ({
        at: journey.now,
        snapshotId: participant.snapshot?.snapshotId,
        dataHash: 'snapshot-1',
        signedName: `${name} Test`,
        attestationVersion: 1,
      })),
    );
  });

  it('sends for the certifiers only: reviewers have nothing to submit', () => {
    expect(aJourney({ reviewers: ['rita', 'ron'] }).certifies('ana').participant.status).toBe('SENT');
  });

  it('works without any linked group when each step was confirmed as reviewed', () => {
    expect(aJourney({ hasGroups: false }).certifies('ana').participant.status).toBe('SENT');
  });

  it('signs the data of the own state run under method NONE, and marks that certifiers signed different data', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'], outline: { snapshotMethod: 'NONE' } }).certifies('ana');
    expect(journey.task('ana').submission).toMatchObject({ snapshotId: null, dataHash: 'data-1' });
    journey.starts('ben').runs('ben', 'state-validation', 'data-2').runEnds('state-validation');
    journey.certifies('ben');
    expect(journey.participant).toMatchObject({ status: 'SENT', mixedData: true, snapshot: null });
  });

  it('does not call data mixed when all signed the same', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'], outline: { snapshotMethod: 'NONE' } });
    expect(journey.certifies('ana').certifies('ben').participant.mixedData).toBe(false);
  });
});
