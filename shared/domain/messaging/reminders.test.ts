import { describe, expect, it } from 'vitest';
import { anOutline } from '../../../test/builders/certification-event.ts';
import { aParticipant } from '../../../test/builders/participant.ts';
import { day } from '../../../test/builders/time.ts';
import type { Participant } from '../participant/state.ts';
import { becameOverdueOn, reminderDays, remindersOn } from './reminders.ts';

// Opens on 4 May and ends on 18 May.
const outline = anOutline({ certificationOpensDate: day('2026-05-04'), endDate: day('2026-05-18') });
const participant = (changes: Partial<Participant> = {}) =>
  aParticipant({ certifiers: ['ana', 'ben'], reviewers: ['rita'] }, changes);

const told = (on: string, one = participant(), today = on, under = outline) =>
  remindersOn(day(on), day(today), one, under).map(({ kind, task }) => `${task.userId} ${kind}`);

const withTask = (name: string, changes: Partial<Participant['tasks'][number]>): Participant => {
  const one = participant();
  return { ...one, tasks: one.tasks.map((task) => (task.userId === name ? { ...task, ...changes } : task)) };
};

describe('The mornings on which a due date is spoken of', () => {
  it('are 14, 7, 3 and 1 day before it and the one after it', () => {
    expect(reminderDays(day('2026-03-10'))).toEqual([
      '2026-02-24',
      '2026-03-03',
      '2026-03-07',
      '2026-03-09',
      '2026-03-11',
    ]);
  });

  it.each([
    ['2026-05-04', 'WINDOW_OPENS'],
    ['2026-05-11', 'DAYS_LEFT'],
    ['2026-05-15', 'DAYS_LEFT'],
    ['2026-05-17', 'ONE_DAY_LEFT'],
    ['2026-05-19', 'OVERDUE'],
  ])('on %s every certifier is told %s, and no reviewer', (on, kind) => {
    expect(told(on)).toEqual([`ana ${kind}`, `ben ${kind}`]);
  });

  it.each(['2026-05-03', '2026-05-05', '2026-05-18', '2026-05-20'])('on %s there is nothing to tell', (on) => {
    expect(told(on)).toEqual([]);
  });

  it('before certification opens nobody is told how long he has', () => {
    expect(
      told(
        '2026-05-04',
        participant(),
        '2026-05-04',
        anOutline({ ...outline, certificationOpensDate: day('2026-05-12') }),
      ),
    ).toEqual([]);
  });
});

describe('The morning on which certification opens', () => {
  const opensOn = (certificationOpensDate: string) =>
    anOutline({ ...outline, certificationOpensDate: day(certificationOpensDate) });

  it('is told even when the same day is the last', () => {
    expect(told('2026-05-18', participant(), '2026-05-18', opensOn('2026-05-18'))).toEqual([
      'ana WINDOW_OPENS',
      'ben WINDOW_OPENS',
    ]);
  });

  it('is nothing to who was due before it', () => {
    expect(told('2026-05-20', participant(), '2026-05-20', opensOn('2026-05-20'))).toEqual([]);
  });
});

describe('A reminder', () => {
  it('goes to who certifies again', () => {
    expect(told('2026-05-17', participant({ status: 'RECERT_IN_PROGRESS' }))).toHaveLength(2);
  });

  it.each(['COMPLETE', 'APPROVED_COMPLETE', 'COMPLETE_BY_STATE', 'REQUEST_PENDING'] as const)(
    'does not go to who is %s',
    (status) => {
      expect(told('2026-05-15', withTask('ana', { status }))).toEqual(['ben DAYS_LEFT']);
    },
  );

  it('follows each one’s own due date', () => {
    const one = withTask('ana', { dueDateOverride: day('2026-05-22') });
    expect(told('2026-05-15', one)).toEqual(['ana DAYS_LEFT', 'ben DAYS_LEFT']);
    expect(told('2026-05-17', one)).toEqual(['ben ONE_DAY_LEFT']);
    expect(told('2026-05-19', one)).toEqual(['ana DAYS_LEFT', 'ben OVERDUE']);
    expect(told('2026-05-23', one)).toEqual(['ana OVERDUE']);
  });

  it('follows the later due date of the whole participant', () => {
    const one = participant({ deadlineOverride: day('2026-05-25') });
    expect(told('2026-05-19', one)).toEqual([]);
    expect(told('2026-05-26', one)).toEqual(['ana OVERDUE', 'ben OVERDUE']);
  });

  it.each(['SENT', 'APPROVED', 'RECERT_REQUESTED', 'WITHDRAWN'] as const)('goes to nobody of what is %s', (status) => {
    expect(told('2026-05-15', participant({ status }))).toEqual([]);
    expect(becameOverdueOn(day('2026-05-19'), participant({ status }), outline)).toBe(false);
  });

  it('goes to nobody while the certification event is paused', () => {
    const paused = { ...outline, active: false };
    expect(told('2026-05-15', participant(), '2026-05-15', paused)).toEqual([]);
  });

  it('that came a day late says nothing untrue: only what is overdue is still so', () => {
    expect(told('2026-05-15', participant(), '2026-05-16')).toEqual([]);
    expect(told('2026-05-19', participant(), '2026-05-21')).toEqual(['ana OVERDUE', 'ben OVERDUE']);
  });

  it('names the days and the date', () => {
    const [first] = remindersOn(day('2026-05-11'), day('2026-05-11'), participant(), outline);
    expect(first?.facts).toMatchObject({ days: '7', due: '2026-05-18' });
  });
});

describe('The state hears that a participant is overdue', () => {
  it('the morning after the deadline of any certifier who has not finished, and no other', () => {
    const one = withTask('ben', { dueDateOverride: day('2026-05-22') });
    const days = ['2026-05-18', '2026-05-19', '2026-05-20', '2026-05-23'];
    expect(days.filter((on) => becameOverdueOn(day(on), one, outline))).toEqual(['2026-05-19', '2026-05-23']);
  });
});
