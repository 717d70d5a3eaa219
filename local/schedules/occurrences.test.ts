import { expect, it } from 'vitest';
import { occurrences } from './occurrences.ts';

const now = new Date('2026-11-22T10:00:00Z');
const of = (ScheduleExpression: string, more: object = {}) =>
  occurrences({ ScheduleExpression, ScheduleExpressionTimezone: 'UTC', ...more });
const first = (expression: string, more: object = {}) => of(expression, more).first(now)?.toISOString().slice(0, 16);

it.each([
  ['every quarter of an hour', 'cron(0/15 * * * ? *)', '2026-11-22T10:15'],
  ['the first of each month', 'cron(0 8 1 * ? *)', '2026-12-01T08:00'],
  ['Sunday is day 1', 'cron(0 9 ? * 1 *)', '2026-11-29T09:00'],
  ['Monday to Friday by number', 'cron(15 12 ? * 2-6 *)', '2026-11-23T12:15'],
  ['Monday to Friday by name', 'cron(15 12 ? * MON-FRI *)', '2026-11-23T12:15'],
  ['the first Monday', 'cron(0 9 ? * 2#1 *)', '2026-12-07T09:00'],
  ['the last Friday', 'cron(0 9 ? * 6L *)', '2026-11-27T09:00'],
  ['the last day of the month', 'cron(0 9 L * ? *)', '2026-11-30T09:00'],
  ['the working day nearest the third', 'cron(0 9 3W * ? *)', '2026-12-03T09:00'],
  ['every fifth day from the first', 'cron(0 9 1/5 JAN,JUL ? *)', '2027-01-01T09:00'],
  ['a year', 'cron(0 0 1 7 ? 2030-2031)', '2030-07-01T00:00'],
])('reads cron as AWS writes it: %s', (_what, expression, expected) => {
  expect(first(expression)).toBe(expected);
});

it('reads cron and at in the time zone of the schedule, through daylight saving', () => {
  const zone = { ScheduleExpressionTimezone: 'America/New_York' };
  expect(first('cron(0 9 ? * MON *)', zone)).toBe('2026-11-23T14:00');
  expect(first('at(2027-07-01T00:00:00)', zone)).toBe('2027-07-01T04:00');
  expect(first('at(2027-01-01T00:00:00)', zone)).toBe('2027-01-01T05:00');
});

it('begins a rate one interval after the creation, or at its start date, and keeps that rhythm', () => {
  expect(first('rate(5 minutes)')).toBe('2026-11-22T10:05');
  expect(first('rate(1 hour)', { StartDate: new Date('2026-12-01T00:30:00Z') })).toBe('2026-12-01T00:30');
  const later = new Date('2026-11-22T10:17:30Z');
  expect(of('rate(5 minutes)').following(later, now)?.toISOString()).toBe('2026-11-22T10:20:00.000Z');
});

it('ends with the end date, and at() with its one time', () => {
  const EndDate = new Date('2026-11-22T10:06:00Z');
  expect(first('rate(5 minutes)', { EndDate })).toBe('2026-11-22T10:05');
  expect(of('rate(5 minutes)', { EndDate }).following(new Date('2026-11-22T10:05:00Z'), now)).toBeUndefined();
  expect(of('at(2027-01-01T00:00:00)').following(now, now)).toBeUndefined();
});

it.each([
  ['cron(0 9 * * * *)', 'is ?'],
  ['cron(0 9 * * ?)', 'cron(minutes hours'],
  ['cron(61 9 * * ? *)', ''],
  ['rate(5 seconds)', 'rate('],
  ['rate(0 minutes)', 'rate('],
  ['at(2027-01-01)', 'at(yyyy'],
  ['daily', 'expected'],
])('refuses %s', (expression, reason) => {
  expect(() => of(expression)).toThrow(reason);
});

it('refuses a time zone that does not exist', () => {
  expect(() => of('cron(0 9 * * ? *)', { ScheduleExpressionTimezone: 'Nowhere/City' })).toThrow('Nowhere/City');
});
