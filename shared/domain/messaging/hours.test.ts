import { describe, expect, it } from 'vitest';
import { day, moment } from '../../../test/builders/time.ts';
import { digestAt, digestDay, remindersAt } from './hours.ts';

const denver = 'America/Denver';

describe('The agency’s morning', () => {
  it.each([
    ['America/Denver', '2026-03-07', '2026-03-07T14:00:00.000Z'],
    ['America/Denver', '2026-03-08', '2026-03-08T13:00:00.000Z'],
    ['America/Phoenix', '2026-03-08', '2026-03-08T14:00:00.000Z'],
    ['Pacific/Guam', '2026-11-01', '2026-10-31T21:00:00.000Z'],
    ['America/Denver', '2026-11-01', '2026-11-01T14:00:00.000Z'],
  ])('in %s on %s begins at %s, on the days of a clock change too', (zone, date, instant) => {
    expect(remindersAt(day(date), zone)).toBe(instant);
  });

  it('has the mail of the day an hour after its reminders, which are in it', () => {
    expect(digestAt(day('2026-05-05'), denver)).toBe('2026-05-05T14:00:00.000Z');
    expect(digestDay(remindersAt(day('2026-05-05'), denver), denver)).toBe('2026-05-05');
  });

  it.each([
    ['2026-05-05T13:54:59Z', '2026-05-05'],
    ['2026-05-05T13:55:00Z', '2026-05-06'],
    ['2026-05-05T14:00:00Z', '2026-05-06'],
    ['2026-05-06T05:59:00Z', '2026-05-06'],
  ])('what is told at %s is in the mail of %s', (now, date) => {
    expect(digestDay(moment(now), denver)).toBe(date);
  });
});
