import { describe, expect, it } from 'vitest';
import { aParticipant } from '../../../test/builders/participant.ts';
import { anOutline } from '../../../test/builders/certification-event.ts';
import { after, clockEdges } from '../../../test/builders/clock-edges.ts';
import { day, moment } from '../../../test/builders/time.ts';
import { dueDateOf, effectiveDeadline, hasEnded, hasOpened, hasStarted, phaseAt } from './window.ts';

describe('A due date counts in full in the agency’s zone', () => {
  it.each(clockEdges)('$zone: $due is over at $overAt and not a millisecond earlier', ({ zone, due, overAt }) => {
    const outline = anOutline({
      startDate: day('2026-01-01'),
      certificationOpensDate: day('2026-01-02'),
      endDate: due,
    });
    const phaseAfter = (millis: number) => phaseAt(outline, after(overAt, millis), zone);
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
    const clock = [anOutline(), moment(now), 'America/Denver'] as const;
    expect(phaseAt(...clock)).toBe(phase);
    expect(hasStarted(...clock)).toBe(phase !== 'SCHEDULED');
    expect(hasOpened(...clock)).toBe(phase === 'OPEN' || phase === 'PAST_DUE');
    expect(hasEnded(...clock)).toBe(phase === 'PAST_DUE');
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
