import { describe, expect, it } from 'vitest';
import { clockIn, momentOfClock } from './calendar-date.ts';

const zone = 'America/Denver';

describe('What a form says in the zone of the agency', () => {
  it.each([
    ['in winter', '2026-01-15T09:30', '2026-01-15T16:30:00.000Z'],
    ['in summer', '2026-07-15T09:30', '2026-07-15T15:30:00.000Z'],
    ['on the day the clocks go forward', '2026-03-08T03:30', '2026-03-08T09:30:00.000Z'],
    ['before midnight, a day later elsewhere', '2026-05-18T23:45', '2026-05-19T05:45:00.000Z'],
  ])('%s is one moment, and is read back as it was written', (_when, written, instant) => {
    const moment = momentOfClock(written, zone);
    expect(moment).toBe(instant);
    expect(moment && clockIn(moment, zone)).toBe(written);
  });

  it.each(['', '2026-02-30T09:30', 'tomorrow', '2026-05-18'])('is no moment where it says "%s"', (written) => {
    expect(momentOfClock(written, zone)).toBeUndefined();
  });

  it('may name an hour that the clocks skip: then it is the one they show instead', () => {
    const moment = momentOfClock('2026-03-08T02:30', zone);
    expect(moment && clockIn(moment, zone)).toMatch(/^2026-03-08T0[13]:30$/);
  });
});
