import { describe, expect, it } from 'vitest';
import { aJourney, type Journey } from '../../../test/builders/journey.ts';
import { day } from '../../../test/builders/time.ts';
import { userId } from '../../kernel/ids.ts';
import { actionOf } from './action.ts';
import { taskOf } from './context.ts';
import { eventStatusLabels, participantStatusLabels, userStatusLabels } from './labels.ts';
import { flagsOf, progressOf } from './progress.ts';

describe('A person’s status as shown', () => {
  it('is Open until he presses Start, then Certification Incomplete, then Certification Complete', () => {
    const shown = (journey: Journey) => userStatusLabels[journey.statusOf('ana')];
    expect(shown(aJourney())).toBe('Open');
    expect(shown(aJourney().starts('ana'))).toBe('Certification Incomplete');
    expect(shown(aJourney().certifies('ana'))).toBe('Certification Complete');
    expect(shown(aJourney().certifies('ana').approves())).toBe('Certification Complete');
    expect(shown(aJourney().certifies('ana').requestsRecertification('ana'))).toBe('Recertification Request Pending');
  });

  it('is N/A for a reviewer and for somebody without a part in the round', () => {
    expect(aJourney({ on: '2026-06-30' }).statusOf('rita')).toBe('NOT_APPLICABLE');
    expect(aJourney().statusOf('stranger')).toBe('NOT_APPLICABLE');
  });

  it('is overdue by the clock alone, whether he had started or not, and never for who is done', () => {
    expect(aJourney({ on: '2026-05-19' }).statusOf('ana')).toBe('OVERDUE');
    expect(aJourney().starts('ana').on('2026-05-19').statusOf('ana')).toBe('OVERDUE');
    expect(aJourney().certifies('ana').on('2026-05-19').statusOf('ana')).toBe('COMPLETE');
    expect(aJourney({ on: '2026-05-19' }).task('ana').status).toBe('NOT_STARTED');
  });

  it('is no longer overdue where a revision has left the participant out: nobody owes anything for it', () => {
    const out = aJourney({ on: '2026-05-19' }).reports({ type: 'withdrawParticipant', reason: 'merged' });
    expect(out.statusOf('ana')).toBe('NOT_STARTED');
  });

  it('ends being overdue when the state moves the end date', () => {
    expect(
      aJourney({ on: '2026-05-19' })
        .outline({ endDate: day('2026-05-25') })
        .statusOf('ana'),
    ).toBe('NOT_STARTED');
  });

  it('stays what it was at the close', () => {
    expect(aJourney({ on: '2026-05-18' }).closed().on('2026-07-01').statusOf('ana')).toBe('NOT_STARTED');
    expect(aJourney({ on: '2026-05-19' }).closed().on('2026-07-01').statusOf('ana')).toBe('OVERDUE');
  });
});

describe('A participant’s status as shown', () => {
  it('is in the product’s words on both sides', () => {
    expect(eventStatusLabels.SENT).toBe('Certification Sent to State');
    expect(participantStatusLabels.SENT).toBe('Certified');
    expect(eventStatusLabels.RECERT_IN_PROGRESS).toBe('Recertification In Progress');
  });

  it('tells how many have certified and how far the furthest is', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'] });
    expect(progressOf(journey.participant).text).toBe('0 of 2 certified');
    journey.starts('ana').runs('ana', 'district-validation').runEnds('district-validation');
    expect(progressOf(journey.completes('ana', 'district-validation').participant).text).toBe(
      '0 of 2 certified, furthest step 1',
    );
    journey.certifies('ana');
    expect(progressOf(journey.participant)).toEqual({
      certified: 1,
      certifiers: 2,
      text: '1 of 2 certified, furthest step 4',
    });
  });

  it('carries flags for what the state should look at', () => {
    expect(flagsOf(aJourney({ certifiers: [] }).participant, 1)).toEqual(['NO_CERTIFIER']);
    expect(flagsOf(aJourney().participant, 2)).toEqual([]);
    expect(flagsOf(aJourney().certifies('ana').participant, 2)).toEqual(['EARLIER_REVISION']);
    const odd = aJourney({ participant: { awaitsConfirmation: true, mixedData: true } }).participant;
    expect(flagsOf(odd, 1)).toEqual(['AWAITS_CONFIRMATION', 'MIXED_DATA']);
  });
});

describe('The button of a worklist row', () => {
  const button = (journey: Journey, name = 'ana', canSubmit = true) =>
    actionOf(
      taskOf(journey.participant, userId(name)),
      journey.participant,
      journey.context({ kind: 'SYSTEM', name: 'page' }),
      canSubmit,
    );

  it('lets a certifier start or continue inside the window', () => {
    expect(button(aJourney())).toBe('START_CERTIFICATION');
    expect(button(aJourney().starts('ana'))).toBe('CONTINUE_CERTIFICATION');
    expect(button(aJourney().certifies('ana').sendsBack())).toBe('CONTINUE_CERTIFICATION');
  });

  it.each([
    ['before the window opens', aJourney({ on: '2026-05-02' })],
    ['when he is overdue', aJourney({ on: '2026-05-19' })],
    ['while the event is paused', aJourney({ outline: { active: false } })],
    ['when he is done and the others are not', aJourney({ certifiers: ['ana', 'ben'] }).certifies('ana')],
  ])('lets a certifier review the data %s', (_when, journey) => {
    expect(button(journey)).toBe('REVIEW_DATA');
  });

  it('lets a reviewer, a certifier without the rights and somebody without a part review the data', () => {
    expect(button(aJourney(), 'rita', false)).toBe('REVIEW_DATA');
    expect(button(aJourney(), 'ana', false)).toBe('REVIEW_DATA');
    expect(button(aJourney(), 'zoe')).toBe('REVIEW_DATA');
  });

  it('shows a certifier what was sent, and everybody what is closed', () => {
    expect(button(aJourney().certifies('ana'))).toBe('VIEW');
    expect(button(aJourney().certifies('ana'), 'rita', false)).toBe('REVIEW_DATA');
    expect(button(aJourney().closed(), 'rita', false)).toBe('VIEW');
  });
});
