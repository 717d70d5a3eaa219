import { describe, expect, it } from 'vitest';
import { aJourney } from '../../../test/builders/journey.ts';
import { certifier, reviewer } from '../../../test/builders/participant.ts';

const now = (...members: readonly ReturnType<typeof certifier>[]) => ({ type: 'reconcileMembers', members }) as const;

describe('When the members of a district change', () => {
  it('a new certifier joins the round and must certify too', () => {
    const journey = aJourney()
      .starts('ana')
      .reports(now(certifier('ana'), reviewer('rita'), certifier('zoe')));
    expect(journey.whatHappened).toEqual(['MemberJoined']);
    expect(journey.statusOf('zoe')).toBe('NOT_STARTED');
  });

  it('nothing happens when the list is as before', () => {
    expect(aJourney().reports(now(certifier('ana'), reviewer('rita'))).happened).toEqual([]);
  });

  it('somebody whose role has changed begins anew in the other one', () => {
    const journey = aJourney()
      .starts('ana')
      .reports(now(reviewer('ana'), certifier('rita')));
    expect(journey.whatHappened).toEqual(['MemberLeft', 'MemberLeft', 'MemberJoined', 'MemberJoined']);
    expect([journey.statusOf('ana'), journey.statusOf('rita')]).toEqual(['NOT_APPLICABLE', 'NOT_STARTED']);
  });

  it.each(['SENT', 'APPROVED', 'RECERT_REQUESTED', 'WITHDRAWN'] as const)(
    'nobody joins or leaves what is %s',
    (status) => {
      const journey = aJourney({ participant: { status } }).reports(now(certifier('zoe')));
      expect(journey.happened).toEqual([]);
    },
  );

  it('nobody joins or leaves after the close', () => {
    expect(
      aJourney()
        .closed()
        .reports(now(certifier('zoe'))).happened,
    ).toEqual([]);
  });

  it('the leaving of the last unfinished certifier does not send the participant, but waits for somebody to confirm', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'] })
      .certifies('ana')
      .reports(now(certifier('ana')));
    expect(journey.whatHappened).toEqual(['MemberLeft', 'MemberLeft', 'ConfirmationAwaited']);
    expect(journey.participant).toMatchObject({ status: 'IN_PROGRESS', awaitsConfirmation: true });
  });

  it('a certifier who joins then ends the waiting by his own open part', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'] })
      .certifies('ana')
      .reports(now(certifier('ana')));
    journey.reports(now(certifier('ana'), certifier('zoe')));
    expect(journey.happened).toContainEqual({ type: 'ConfirmationAwaited', awaited: false });
    expect(journey.participant.awaitsConfirmation).toBe(false);
  });

  it('with no certifier left nothing waits, and nothing can be sent', () => {
    const journey = aJourney().reports(now(reviewer('rita')));
    expect(journey.participant.awaitsConfirmation).toBe(false);
    expect(journey.refusal('rita', { type: 'confirmSent' }).code).toBe('WRONG_STATUS');
  });
});
