import { describe, expect, it } from 'vitest';
import { after, clockEdges } from '../../../test/builders/clock-edges.ts';
import { aJourney, type Journey } from '../../../test/builders/journey.ts';
import { day } from '../../../test/builders/time.ts';
import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import type { Instant } from '../../kernel/instant.ts';
import { snapshotId, userId } from '../../kernel/ids.ts';
import type { ParticipantCommand } from './commands.ts';

const window = { startDate: day('2026-01-02'), certificationOpensDate: day('2026-01-03') } as const;
const around = (instant: Instant): readonly Instant[] => [-1, 0, 1].map((millis) => after(instant, millis));

const approve = { type: 'decide:APPROVE', reason: 'no students', confirmNotCertified: true } as const;
const sendBack = (journey: Journey, newDueDate: CalendarDate | null) =>
  ({
    type: 'decide:REQUEST_RECERTIFICATION',
    reason: 'the counts look wrong',
    newDueDate,
    members: journey.members,
    snapshotId: snapshotId('snp-edge'),
  }) as const;
const override = (dueDate: CalendarDate) =>
  ({ type: 'overrideDueDate', userId: userId('ana'), dueDate, reason: 'flood' }) as const;

/** What the approver hears around an instant. */
const heard = (journey: Journey, instant: Instant, command: ParticipantCommand): readonly string[] =>
  around(instant).map((now) => {
    const decided = journey.on(now).ask('state-approver', command);
    return decided.ok ? 'OK' : decided.failure.code;
  });

const endingOn = (due: CalendarDate, zone: string): Journey =>
  aJourney({ timeZone: zone, outline: { ...window, endDate: due }, on: '2026-01-15' });

describe('Approving', () => {
  it.each(clockEdges)('begins with the opening on the day after $due in $zone', ({ zone, due, overAt }) => {
    const outline = { ...window, certificationOpensDate: addDays(due, 1), endDate: day('2026-12-31') };
    const journey = aJourney({ timeZone: zone, outline });
    expect(heard(journey, overAt, approve)).toEqual(['WINDOW_NOT_OPEN', 'OK', 'OK']);
  });
});

describe('Sending back', () => {
  it.each(clockEdges)('needs a new due date once $due is over in $zone', ({ zone, due, overAt }) => {
    const journey = endingOn(due, zone).certifies('ana');
    expect(heard(journey, overAt, sendBack(journey, null))).toEqual([
      'OK',
      'NEW_DUE_DATE_REQUIRED',
      'NEW_DUE_DATE_REQUIRED',
    ]);
    expect(heard(journey, overAt, sendBack(journey, addDays(due, 1)))).toEqual(['OK', 'OK', 'OK']);
    expect(heard(journey, overAt, sendBack(journey, due))).toEqual(['OK', 'DUE_DATE_INVALID', 'DUE_DATE_INVALID']);
  });
});

describe('A later due date for one person', () => {
  it.each(clockEdges)('may be the day itself until $due is over in $zone', ({ zone, due, overAt }) => {
    expect(heard(endingOn(due, zone), overAt, override(due))).toEqual(['OK', 'DUE_DATE_INVALID', 'DUE_DATE_INVALID']);
  });

  it.each(clockEdges)('ends what was overdue since $due in $zone, for exactly that day', ({ zone, due, overAt }) => {
    const journey = endingOn(due, zone).starts('ana').on(overAt);
    expect(journey.statusOf('ana')).toBe('OVERDUE');
    journey.does('state-approver', override(addDays(due, 1)));
    expect(journey.statusOf('ana')).toBe('INCOMPLETE');
    // The day after may have 23 or 25 hours.
    const lengths = [23, 24, 25].map((hours) => after(overAt, hours * 3_600_000));
    const over = lengths.filter((instant) => journey.on(instant).statusOf('ana') === 'OVERDUE');
    const changes: Readonly<Record<string, number>> = { '2026-03-07': 23, '2026-10-31': 25 };
    const stays = ['America/Phoenix', 'Pacific/Honolulu', 'Pacific/Guam'].includes(zone);
    expect(over[0]).toBe(after(overAt, (stays ? 24 : (changes[due] ?? 24)) * 3_600_000));
    expect(journey.on(after(over[0] ?? overAt, -1)).statusOf('ana')).toBe('INCOMPLETE');
  });
});
