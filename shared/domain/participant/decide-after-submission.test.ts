import { describe, expect, it } from 'vitest';
import { aJourney } from '../../../test/builders/journey.ts';
import { certifier, reviewer } from '../../../test/builders/participant.ts';

const withdraw = { type: 'withdrawSubmission', reason: 'wrong file', members: [certifier('ana')] } as const;

describe('Withdrawing a submission is refused', () => {
  it('to a reviewer', () => {
    expect(aJourney().certifies('ana').refusal('rita', withdraw).code).toBe('FORBIDDEN');
  });

  it('after the close', () => {
    expect(aJourney().certifies('ana').closed().refusal('ana', withdraw).code).toBe('EVENT_CLOSED');
  });

  it('unless the participant is sent and undecided', () => {
    expect(aJourney().refusal('ana', withdraw).code).toBe('WRONG_STATUS');
    expect(
      aJourney({ certifiers: ['ana', 'ben'] })
        .certifies('ana')
        .refusal('ana', withdraw).code,
    ).toBe('WRONG_STATUS');
    expect(aJourney().certifies('ana').approves().refusal('ana', withdraw).code).toBe('WRONG_STATUS');
    const asked = aJourney().certifies('ana').requestsRecertification('ana');
    expect(asked.refusal('ana', withdraw).code).toBe('WRONG_STATUS');
  });

  it('without a reason', () => {
    const refused = aJourney()
      .certifies('ana')
      .refusal('ana', { ...withdraw, reason: ' ' });
    expect(refused).toEqual({ code: 'REASON_REQUIRED', pointer: '/reason' });
  });
});

describe('Withdrawing a submission', () => {
  it('reopens only that certifier and unlocks the snapshot, in the same round', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'] })
      .certifies('ana')
      .certifies('ben');
    journey.does('ana', { ...withdraw, members: journey.members });
    expect(journey.happened).toEqual([expect.objectContaining({ type: 'SubmissionWithdrawn', sentSequence: 1 })]);
    expect(journey.participant).toMatchObject({ status: 'IN_PROGRESS', round: 1, sentAt: null });
    expect(journey.participant.snapshot?.state).toBe('CURRENT');
    expect([journey.statusOf('ana'), journey.statusOf('ben')]).toEqual(['INCOMPLETE', 'COMPLETE']);
  });

  it('lets him submit again with the steps he has completed, as a new sending', () => {
    const journey = aJourney().certifies('ana').does('ana', withdraw).submits('ana');
    expect(journey.participant).toMatchObject({ status: 'SENT', sentSequence: 2 });
  });

  it('goes back to recertification in progress in a later round', () => {
    const journey = aJourney().certifies('ana').sendsBack().certifies('ana').does('ana', withdraw);
    expect(journey.participant).toMatchObject({ status: 'RECERT_IN_PROGRESS', round: 2 });
  });

  it('makes the steps stale when a newer revision was published since they were done', () => {
    const journey = aJourney().certifies('ana').revision(2).does('ana', withdraw);
    expect(journey.participant.revision).toBe(2);
    expect(Object.values(journey.participant.steps).map((run) => run.stale)).toEqual([true, true, true]);
  });

  it('brings the round in line with the members of now', () => {
    const journey = aJourney().certifies('ana');
    journey.does('ana', { ...withdraw, members: [certifier('ana'), certifier('zoe'), reviewer('rita')] });
    expect(journey.whatHappened).toEqual(['SubmissionWithdrawn', 'MemberJoined']);
  });
});

describe('Confirming that the certification is sent', () => {
  const waiting = () =>
    aJourney({ certifiers: ['ana', 'ben'] })
      .certifies('ana')
      .cast({ certifiers: ['ana'] })
      .reports({ type: 'reconcileMembers', members: [certifier('ana')] });

  it('is refused while nobody has to', () => {
    expect(aJourney().refusal('ana', { type: 'confirmSent' }).code).toBe('WRONG_STATUS');
    expect(
      aJourney({ certifiers: ['ana', 'ben'] })
        .certifies('ana')
        .refusal('ana', { type: 'confirmSent' }).code,
    ).toBe('WRONG_STATUS');
  });

  it('is refused after the close', () => {
    expect(waiting().closed().refusal('ana', { type: 'confirmSent' }).code).toBe('EVENT_CLOSED');
  });

  it('sends the participant once the last unfinished certifier has left, naming who confirmed', () => {
    const journey = waiting();
    expect(journey.participant).toMatchObject({ status: 'IN_PROGRESS', awaitsConfirmation: true });
    journey.does('ana', { type: 'confirmSent' });
    expect(journey.happened).toEqual([expect.objectContaining({ type: 'ParticipantSent', confirmedBy: 'ana' })]);
    expect(journey.participant).toMatchObject({ status: 'SENT', awaitsConfirmation: false });
  });

  it('is over when a retake has undone what was signed', () => {
    const journey = waiting().takesSnapshot('ana');
    expect(journey.refusal('ana', { type: 'confirmSent' }).code).toBe('WRONG_STATUS');
    expect(journey.participant.awaitsConfirmation).toBe(false);
  });
});
