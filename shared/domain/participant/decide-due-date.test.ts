import { describe, expect, it } from 'vitest';
import { aJourney } from '../../../test/builders/journey.ts';
import { day } from '../../../test/builders/time.ts';
import { userId } from '../../kernel/ids.ts';

const override = (name: string, text: string, reason = 'storm') =>
  ({
    type: 'overrideDueDate',
    userId: name === 'ALL' ? 'ALL' : userId(name),
    dueDate: day(text),
    reason,
  }) as const;

const remove = (name: string) => ({ type: 'removeOverride', userId: name === 'ALL' ? 'ALL' : userId(name) }) as const;

describe('A due date override is refused', () => {
  it('for somebody who is no certifier of the participant', () => {
    expect(aJourney().refusal('state-clerk', override('stranger', '2026-05-30')).code).toBe('NOT_FOUND');
    expect(aJourney().refusal('state-clerk', override('rita', '2026-05-30')).code).toBe('NOT_FOUND');
    expect(aJourney().refusal('state-clerk', remove('rita')).code).toBe('NOT_FOUND');
  });

  it('after the close', () => {
    expect(aJourney().closed().refusal('state-clerk', override('ana', '2026-05-30')).code).toBe('EVENT_CLOSED');
    expect(aJourney().closed().refusal('state-clerk', remove('ana')).code).toBe('EVENT_CLOSED');
  });

  it('before today, before the end date, or without a reason', () => {
    const refused = { code: 'DUE_DATE_INVALID', pointer: '/dueDate' };
    expect(aJourney({ on: '2026-05-25' }).refusal('state-clerk', override('ana', '2026-05-24'))).toEqual(refused);
    expect(aJourney().refusal('state-clerk', override('ana', '2026-05-17'))).toEqual(refused);
    expect(aJourney().refusal('state-clerk', override('ana', '2026-05-30', ' ')).code).toBe('REASON_REQUIRED');
  });
});

describe('A due date override', () => {
  it('for one person moves his deadline and nothing else', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'], on: '2026-05-25' });
    journey.does('state-clerk', override('ana', '2026-05-25'));
    expect([journey.statusOf('ana'), journey.statusOf('ben')]).toEqual(['NOT_STARTED', 'OVERDUE']);
    expect(journey.participant.deadlineOverride).toBeNull();
  });

  it('for all moves the deadline of the participant, also for who joins later', () => {
    const journey = aJourney({ on: '2026-05-25' }).does('state-clerk', override('ALL', '2026-05-30'));
    journey.cast({ certifiers: ['ana', 'zoe'] }).reports({ type: 'reconcileMembers', members: journey.members });
    expect([journey.statusOf('ana'), journey.statusOf('zoe')]).toEqual(['NOT_STARTED', 'NOT_STARTED']);
  });

  it('to the day that was given already changes nothing', () => {
    const journey = aJourney().does('state-clerk', override('ana', '2026-05-30'));
    expect(journey.does('state-clerk', override('ana', '2026-05-30', 'flood')).happened).toEqual([]);
    journey.does('state-clerk', override('ALL', '2026-05-30'));
    expect(journey.does('state-clerk', override('ALL', '2026-05-30')).happened).toEqual([]);
  });

  it('can be removed, and removing what is not there changes nothing', () => {
    const journey = aJourney({ on: '2026-05-25' });
    journey.does('state-clerk', override('ana', '2026-05-30')).does('state-clerk', override('ALL', '2026-05-28'));
    journey.does('state-clerk', remove('ana')).on('2026-05-29');
    expect(journey.statusOf('ana')).toBe('OVERDUE');
    expect(journey.does('state-clerk', remove('ana')).happened).toEqual([]);
    expect(journey.does('state-clerk', remove('ALL')).participant.deadlineOverride).toBeNull();
    expect(journey.does('state-clerk', remove('ALL')).happened).toEqual([]);
  });

  it('gives back the stored status: overdue was never stored', () => {
    const journey = aJourney().starts('ana').on('2026-05-25');
    expect(journey.statusOf('ana')).toBe('OVERDUE');
    expect(journey.does('state-clerk', override('ana', '2026-05-30')).statusOf('ana')).toBe('INCOMPLETE');
  });
});
