import { describe, expect, it } from 'vitest';
import { aJourney } from '../../../test/builders/journey.ts';
import { requestId } from '../../kernel/ids.ts';

const ask = { type: 'requestRecertification', requestId: requestId('req-1'), reason: 'a school was missing' } as const;
const takeBack = { type: 'withdrawRecertificationRequest', requestId: requestId('req-1') } as const;

describe('Request Recertification by a certifier is refused', () => {
  it('after the close', () => {
    expect(aJourney().certifies('ana').closed().refusal('ana', ask).code).toBe('EVENT_CLOSED');
  });

  it('before everybody has certified', () => {
    expect(aJourney().refusal('ana', ask).code).toBe('WRONG_STATUS');
  });

  it('while another request is pending', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'] })
      .certifies('ana')
      .certifies('ben')
      .does('ana', ask);
    expect(journey.refusal('ben', ask).code).toBe('REQUEST_PENDING');
  });

  it('without a reason', () => {
    expect(
      aJourney()
        .certifies('ana')
        .refusal('ana', { ...ask, reason: '' }),
    ).toEqual({
      code: 'REASON_REQUIRED',
      pointer: '/reason',
    });
  });
});

describe('Request Recertification by a certifier', () => {
  it('marks the requester alone and changes no data', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'] })
      .certifies('ana')
      .certifies('ben');
    const { snapshot } = journey.participant;
    journey.does('ana', ask);
    expect(journey.participant).toMatchObject({ status: 'RECERT_REQUESTED', snapshot });
    expect([journey.statusOf('ana'), journey.statusOf('ben')]).toEqual(['REQUEST_PENDING', 'COMPLETE']);
  });

  it('is possible after approval, also one without certification', () => {
    const journey = aJourney().approves({ reason: 'no students', confirmNotCertified: true }).does('ana', ask);
    expect(journey.participant.openRequest).toMatchObject({
      previousStatus: 'APPROVED',
      previousTaskStatus: 'COMPLETE_BY_STATE',
    });
  });

  it('is open to a certifier who joined after the sending', () => {
    const journey = aJourney().certifies('ana').does('zoe', ask);
    expect(journey.participant.openRequest?.requestedBy).toBe('zoe');
    expect(journey.statusOf('ana')).toBe('COMPLETE');
  });
});

describe('Withdrawing a request', () => {
  it('is refused to others, for another request, and after it was answered', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'] })
      .certifies('ana')
      .certifies('ben')
      .does('ana', ask);
    expect(journey.refusal('ben', takeBack).code).toBe('FORBIDDEN');
    expect(journey.refusal('ana', { ...takeBack, requestId: requestId('req-2') }).code).toBe('NO_OPEN_REQUEST');
    expect(journey.sendsBack().refusal('ana', takeBack).code).toBe('NO_OPEN_REQUEST');
  });

  it('leads back to where it was made', () => {
    const sent = aJourney().certifies('ana').does('ana', ask).does('ana', takeBack);
    expect(sent.participant).toMatchObject({ status: 'SENT', openRequest: null });
    const byState = aJourney().approves({ reason: 'no students', confirmNotCertified: true });
    byState.does('ana', ask).does('ana', takeBack);
    expect(byState.participant.status).toBe('APPROVED');
    expect(byState.statusOf('ana')).toBe('COMPLETE_BY_STATE');
  });
});
