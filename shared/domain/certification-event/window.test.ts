import { describe, expect, it } from 'vitest';
import { aParticipant } from '../../../test/builders/participant.ts';
import { anOutline } from '../../../test/builders/certification-event.ts';
import { day, moment } from '../../../test/builders/time.ts';
import { instantFromMillis, millisOf } from '../../kernel/instant.ts';
import { dueDateOf, effectiveDeadline, phaseAt } from './window.ts';

// Measured with a Temporal implementation: the first instant at which a due date is over.
const dueDates = ['2026-03-07', '2026-03-08', '2026-10-31', '2026-11-01'] as const;
const table: readonly (readonly [zone: string, ...overAt: readonly [string, string, string, string]])[] = [
  ['America/New_York', '2026-03-08T05:00', '2026-03-09T04:00', '2026-11-01T04:00', '2026-11-02T05:00'],
  ['America/Chicago', '2026-03-08T06:00', '2026-03-09T05:00', '2026-11-01T05:00', '2026-11-02T06:00'],
  ['America/Denver', '2026-03-08T07:00', '2026-03-09T06:00', '2026-11-01T06:00', '2026-11-02T07:00'],
  ['America/Boise', '2026-03-08T07:00', '2026-03-09T06:00', '2026-11-01T06:00', '2026-11-02T07:00'],
  ['America/Phoenix', '2026-03-08T07:00', '2026-03-09T07:00', '2026-11-01T07:00', '2026-11-02T07:00'],
  ['America/Anchorage', '2026-03-08T09:00', '2026-03-09T08:00', '2026-11-01T08:00', '2026-11-02T09:00'],
  ['Pacific/Honolulu', '2026-03-08T10:00', '2026-03-09T10:00', '2026-11-01T10:00', '2026-11-02T10:00'],
  ['Pacific/Guam', '2026-03-07T14:00', '2026-03-08T14:00', '2026-10-31T14:00', '2026-11-01T14:00'],
];

const cases = table.flatMap(([zone, ...overAt]) =>
  dueDates.map((due, index) => [zone, due, `${overAt[index] ?? ''}:00.000Z`] as const),
);

describe('A due date counts in full in the agency’s zone', () => {
  it.each(cases)('%s: %s is over at %s and not a millisecond earlier', (zone, due, overAt) => {
    const outline = anOutline({
      startDate: day('2026-01-01'),
      certificationOpensDate: day('2026-01-02'),
      endDate: day(due),
    });
    const phaseAfter = (millis: number) => phaseAt(outline, instantFromMillis(millisOf(moment(overAt)) + millis), zone);
    expect(effectiveDeadline(null, aParticipant(), outline, zone)).toBe(overAt);
    expect([phaseAfter(-1), phaseAfter(0), phaseAfter(1)]).toEqual(['OPEN', 'PAST_DUE', 'PAST_DUE']);
  });
});

describe('A certification event goes through its phases by the clock', () => {
  it.each([
    ['2026-05-01T05:59:59.999Z', 'SCHEDULED'],
    ['2026-05-01T06:00:00.000Z', 'REVIEW'],
    ['2026-05-04T05:59:59.999Z', 'REVIEW'],
    ['2026-05-04T06:00:00.000Z', 'OPEN'],
    ['2026-05-19T05:59:59.999Z', 'OPEN'],
    ['2026-05-19T06:00:00.000Z', 'PAST_DUE'],
  ] as const)('at %s it is %s', (now, phase) => {
    expect(phaseAt(anOutline(), moment(now), 'America/Denver')).toBe(phase);
  });
});

describe('A person’s due date', () => {
  const due = (deadlineOverride: string | null, dueDateOverride: string | null) =>
    dueDateOf(
      { dueDateOverride: dueDateOverride === null ? null : day(dueDateOverride) },
      { deadlineOverride: deadlineOverride === null ? null : day(deadlineOverride) },
      anOutline(),
    );

  it.each([
    [null, null, '2026-05-18'],
    ['2026-05-20', null, '2026-05-20'],
    [null, '2026-05-21', '2026-05-21'],
    ['2026-05-22', '2026-05-21', '2026-05-22'],
    ['2026-05-10', '2026-05-11', '2026-05-18'],
  ])('is the latest of end date, participant %s and own %s', (participant, own, expected) => {
    expect(due(participant, own)).toBe(expected);
  });
});
