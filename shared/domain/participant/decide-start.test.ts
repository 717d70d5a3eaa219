import { describe, expect, it } from 'vitest';
import { aJourney } from '../../../test/builders/journey.ts';
import { day } from '../../../test/builders/time.ts';
import { snapshotId, userId } from '../../kernel/ids.ts';

const start = { type: 'startCertification', snapshotId: snapshotId('snp-new') } as const;

describe('Start Certification is refused', () => {
  it('to a reviewer and to somebody without a part, before anything else', () => {
    const journey = aJourney().closed();
    expect(journey.refusal('rita', start).code).toBe('FORBIDDEN');
    expect(journey.refusal('stranger', start).code).toBe('FORBIDDEN');
  });

  it('after the certification event was closed, even if it is paused too', () => {
    expect(
      aJourney({ outline: { active: false } })
        .closed()
        .refusal('ana', start).code,
    ).toBe('EVENT_CLOSED');
  });

  it('while the state has paused it, even before the window opens', () => {
    const journey = aJourney({ outline: { active: false }, on: '2026-05-02' });
    expect(journey.refusal('ana', start).code).toBe('EVENT_PAUSED');
  });

  it('before the window opens, naming the day', () => {
    const refused = aJourney({ on: '2026-05-02' }).refusal('ana', start);
    expect(refused).toEqual({ code: 'WINDOW_NOT_OPEN', facts: { certificationOpensDate: '2026-05-04' } });
  });

  it('when the due date has passed', () => {
    expect(aJourney({ on: '2026-05-19' }).refusal('ana', start).code).toBe('PAST_DUE');
  });

  it('to a certifier who has submitted, while the others have not', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'] }).certifies('ana');
    expect(journey.refusal('ana', start).code).toBe('ALREADY_SUBMITTED');
  });

  it('for a participant that a revision has left out', () => {
    const journey = aJourney().reports({ type: 'withdrawParticipant', reason: 'merged' });
    expect(journey.refusal('ana', start).code).toBe('WRONG_STATUS');
  });
});

describe('Start Certification', () => {
  it('makes the certifier incomplete and queues the snapshot of the round', () => {
    const journey = aJourney().does('ana', start);
    expect(journey.whatHappened).toEqual(['CertificationStarted', 'SnapshotQueued']);
    expect(journey.statusOf('ana')).toBe('INCOMPLETE');
    expect(journey.participant.snapshot).toMatchObject({ snapshotId: 'snp-new', sequence: 1, status: 'QUEUED' });
    expect(journey.happened[1]).toMatchObject({ trigger: 'CERT_START', requestedBy: 'ana', supersedes: null });
  });

  it('queues no second snapshot when another certifier starts', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'] })
      .starts('ana')
      .starts('ben');
    expect(journey.whatHappened).toEqual(['CertificationStarted']);
    expect(journey.participant.snapshotSequence).toBe(1);
  });

  it('changes nothing when pressed again', () => {
    const journey = aJourney().starts('ana').starts('ana');
    expect(journey.happened).toEqual([]);
  });

  it('queues a snapshot for a certifier already at work in a round that has none', () => {
    const journey = aJourney().certifies('ana').sendsBack();
    expect(journey.statusOf('ana')).toBe('INCOMPLETE');
    journey.starts('ana');
    expect(journey.whatHappened).toEqual(['SnapshotQueued']);
    expect(journey.participant.snapshot?.sequence).toBe(2);
  });

  it.each(['NONE', 'FULL'] as const)('queues no snapshot under method %s', (snapshotMethod) => {
    expect(aJourney({ outline: { snapshotMethod } }).starts('ana').whatHappened).toEqual(['CertificationStarted']);
  });

  it('is still possible after the end date for whom the state has given more time', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'] }).on('2026-05-19');
    journey.does('state-clerk', {
      type: 'overrideDueDate',
      userId: userId('ana'),
      dueDate: day('2026-05-20'),
      reason: 'storm',
    });
    expect(journey.starts('ana').statusOf('ana')).toBe('INCOMPLETE');
    expect(journey.refusal('ben', start).code).toBe('PAST_DUE');
  });
});
