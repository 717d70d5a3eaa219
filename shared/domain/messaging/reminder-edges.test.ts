import { describe, expect, it } from 'vitest';
import { anOutline } from '../../../test/builders/certification-event.ts';
import { after } from '../../../test/builders/clock-edges.ts';
import { aParticipant } from '../../../test/builders/participant.ts';
import { day, moment } from '../../../test/builders/time.ts';
import { addDays, dateIn } from '../../kernel/calendar-date.ts';
import { digestDay, remindersAt } from './hours.ts';
import { reminderDays, remindersOn } from './reminders.ts';

/** Seven in the morning in UTC while clocks are as in winter, and as in summer; Guam's morning begins on the day before. */
const zones = [
  { zone: 'America/New_York', winter: '12:00', summer: '11:00', dayBefore: 0 },
  { zone: 'America/Chicago', winter: '13:00', summer: '12:00', dayBefore: 0 },
  { zone: 'America/Denver', winter: '14:00', summer: '13:00', dayBefore: 0 },
  { zone: 'America/Boise', winter: '14:00', summer: '13:00', dayBefore: 0 },
  { zone: 'America/Phoenix', winter: '14:00', summer: '14:00', dayBefore: 0 },
  { zone: 'America/Anchorage', winter: '16:00', summer: '15:00', dayBefore: 0 },
  { zone: 'Pacific/Honolulu', winter: '17:00', summer: '17:00', dayBefore: 0 },
  { zone: 'Pacific/Guam', winter: '21:00', summer: '21:00', dayBefore: 1 },
] as const;

type Season = 'winter' | 'summer';

/** Due dates whose mornings lie on both sides of a change of the clocks, the last of them on its very day. */
const dueDates: readonly { readonly due: string; readonly mornings: readonly (readonly [string, Season])[] }[] = [
  {
    due: '2026-03-10',
    mornings: [
      ['2026-02-24', 'winter'],
      ['2026-03-03', 'winter'],
      ['2026-03-07', 'winter'],
      ['2026-03-09', 'summer'],
      ['2026-03-11', 'summer'],
    ],
  },
  {
    due: '2026-03-09',
    mornings: [
      ['2026-02-23', 'winter'],
      ['2026-03-02', 'winter'],
      ['2026-03-06', 'winter'],
      ['2026-03-08', 'summer'],
      ['2026-03-10', 'summer'],
    ],
  },
  {
    due: '2026-11-03',
    mornings: [
      ['2026-10-20', 'summer'],
      ['2026-10-27', 'summer'],
      ['2026-10-31', 'summer'],
      ['2026-11-02', 'winter'],
      ['2026-11-04', 'winter'],
    ],
  },
  {
    due: '2026-10-31',
    mornings: [
      ['2026-10-17', 'summer'],
      ['2026-10-24', 'summer'],
      ['2026-10-28', 'summer'],
      ['2026-10-30', 'summer'],
      ['2026-11-01', 'winter'],
    ],
  },
];

const cells = zones.flatMap((place) => dueDates.map((dates) => ({ ...place, ...dates })));

describe('14, 7, 3 and 1 day before a due date, and on the first day after it', () => {
  it.each(cells)('people of $zone with $due as theirs are told at seven', (cell) => {
    const { zone, due, mornings, dayBefore } = cell;
    const expected = mornings.map(([date, season]) => `${addDays(day(date), -dayBefore)}T${cell[season]}:00.000Z`);
    expect(reminderDays(day(due)).map((date) => remindersAt(date, zone))).toEqual(expected);
  });

  it.each(cells)('in $zone before $due, that day has begun, and its mail is still to come', ({ zone, mornings }) => {
    for (const [date] of mornings) {
      const at = remindersAt(day(date), zone);
      expect([dateIn(after(at, -1), zone), dateIn(at, zone), digestDay(at, zone)]).toEqual([date, date, date]);
    }
  });
});

describe('What is told on the mornings around a change of the clocks', () => {
  it.each(cells)('in $zone before $due, each once and by the right name', ({ zone, due, mornings }) => {
    const outline = anOutline({
      startDate: day('2026-01-01'),
      certificationOpensDate: day('2026-01-02'),
      endDate: day(due),
    });
    const told = mornings.flatMap(([date]) => {
      const today = dateIn(remindersAt(day(date), zone), zone);
      return remindersOn(day(date), today, aParticipant({ certifiers: ['ana'] }), outline).map(
        ({ kind, facts }) => `${kind} ${facts['days'] ?? ''}`,
      );
    });
    expect(told).toEqual(['DAYS_LEFT 14', 'DAYS_LEFT 7', 'DAYS_LEFT 3', 'ONE_DAY_LEFT 1', 'OVERDUE -1']);
  });

  it.each(zones)('in $zone the morning on which certification opens says so', ({ zone }) => {
    const outline = anOutline({ certificationOpensDate: day('2026-03-08'), endDate: day('2026-03-15') });
    const at = remindersAt(day('2026-03-08'), zone);
    expect(at > moment('2026-03-07')).toBe(true);
    const told = remindersOn(day('2026-03-08'), dateIn(at, zone), aParticipant({ certifiers: ['ana'] }), outline);
    expect(told.map(({ kind }) => kind)).toEqual(['WINDOW_OPENS']);
  });
});
