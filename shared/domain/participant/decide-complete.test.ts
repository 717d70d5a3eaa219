import { describe, expect, it } from 'vitest';
import { aJourney } from '../../../test/builders/journey.ts';
import { snapshotId } from '../../kernel/ids.ts';
import type { ValidationStep } from './state.ts';

const complete = (step: ValidationStep, changes: { viewed?: boolean; reviewed?: boolean; hasGroups?: boolean } = {}) =>
  ({ type: 'completeStep', step, reviewed: false, viewed: true, hasGroups: true, ...changes }) as const;

const first = complete('district-validation');

describe('Completing a step is refused', () => {
  it('to somebody without a part in the round', () => {
    expect(aJourney().refusal('stranger', first).code).toBe('FORBIDDEN');
  });

  it('after the close, while paused, before the window opens', () => {
    expect(aJourney().closed().refusal('ana', first).code).toBe('EVENT_CLOSED');
    expect(aJourney({ outline: { active: false } }).refusal('ana', first).code).toBe('EVENT_PAUSED');
    expect(aJourney({ on: '2026-05-03' }).refusal('ana', first).code).toBe('WINDOW_NOT_OPEN');
  });

  it('to a reviewer before the start date', () => {
    expect(aJourney({ on: '2026-04-30' }).refusal('rita', first).code).toBe('NOT_STARTED_YET');
  });

  it('to a certifier who has already submitted', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'] }).certifies('ana');
    expect(journey.refusal('ana', first).code).toBe('ALREADY_SUBMITTED');
  });

  it('to a reviewer as well once the participant is sent', () => {
    expect(aJourney().certifies('ana').refusal('rita', first).code).toBe('ALREADY_SUBMITTED');
  });

  it('to a certifier who has not pressed Start', () => {
    expect(aJourney().refusal('ana', first).code).toBe('NOT_STARTED');
  });

  it('when the step is not required', () => {
    const journey = aJourney({ outline: { snapshotMethod: 'NONE' } }).starts('ana');
    expect(journey.refusal('ana', complete('snapshot-validation')).code).toBe('STEP_SKIPPED');
  });

  it('out of order, also when the earlier step was completed by somebody else', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'] })
      .starts('ana')
      .starts('ben');
    expect(journey.refusal('ana', complete('state-validation')).code).toBe('STEP_OUT_OF_ORDER');
    journey.runs('ana', 'district-validation').runEnds('district-validation').completes('ana', 'district-validation');
    expect(journey.refusal('ben', complete('state-validation')).code).toBe('STEP_OUT_OF_ORDER');
  });

  it('before its run exists, while it runs, and after it failed', () => {
    const journey = aJourney().starts('ana');
    expect(journey.refusal('ana', first).code).toBe('RUN_NOT_FINISHED');
    journey.runs('ana', 'district-validation');
    expect(journey.refusal('ana', first).code).toBe('RUN_NOT_FINISHED');
    const run = journey.participant.steps['district-validation'];
    if (run === undefined) throw new Error('a run was queued');
    const failed = { outcome: 'FAILED', blockers: null, problem: 'out of memory' } as const;
    journey.reports({ type: 'recordRunEnded', runId: run.runId, step: 'district-validation', round: 1, ...failed });
    expect(journey.refusal('ana', first).code).toBe('RUN_NOT_FINISHED');
  });

  it('while Fatal findings are left, saying how many, even if the report was viewed', () => {
    const journey = aJourney().starts('ana').runs('ana', 'district-validation').runEnds('district-validation', 2);
    expect(journey.refusal('ana', first)).toEqual({ code: 'FATAL_FINDINGS', facts: { blockers: 2 } });
  });

  it('as long as this person has not opened the report', () => {
    const journey = aJourney().starts('ana').runs('ana', 'district-validation').runEnds('district-validation');
    expect(journey.refusal('ana', complete('district-validation', { viewed: false })).code).toBe('REPORT_NOT_VIEWED');
  });

  it('when the groups have changed since the run', () => {
    const journey = aJourney().starts('ana').runs('ana', 'district-validation').runEnds('district-validation');
    journey.revision(2).reports({
      type: 'applyRevision',
      revision: 2,
      groupsChanged: true,
      requireRecertification: null,
      members: journey.members,
      snapshotId: snapshotId('unused'),
    });
    expect(journey.refusal('ana', first).code).toBe('STALE');
  });

  it('in the third step while its snapshot is not completed', () => {
    const journey = aJourney().starts('ana');
    for (const step of ['district-validation', 'state-validation'] as const)
      journey.runs('ana', step).runEnds(step).completes('ana', step);
    expect(journey.refusal('ana', complete('snapshot-validation')).code).toBe('NO_SNAPSHOT');
  });

  it('without a linked group until the person says the data were reviewed', () => {
    const journey = aJourney({ hasGroups: false }).starts('ana');
    const plain = complete('district-validation', { hasGroups: false, viewed: false });
    expect(journey.refusal('ana', plain).code).toBe('REVIEW_NOT_CONFIRMED');
    expect(journey.does('ana', { ...plain, reviewed: true }).whatHappened).toEqual(['StepCompleted']);
  });
});

describe('Completing a step', () => {
  it('records which run this person vouches for', () => {
    const journey = aJourney().starts('ana').runs('ana', 'district-validation').runEnds('district-validation');
    journey.completes('ana', 'district-validation');
    const { runId } = journey.participant.steps['district-validation'] ?? {};
    expect(journey.task('ana').completions).toEqual({
      'district-validation': { runId, snapshotId: null, at: journey.now },
    });
  });

  it('again changes nothing', () => {
    const journey = aJourney().starts('ana').runs('ana', 'district-validation').runEnds('district-validation');
    journey.completes('ana', 'district-validation').completes('ana', 'district-validation');
    expect(journey.happened).toEqual([]);
  });

  it('by a reviewer counts for himself and changes neither certifier nor participant', () => {
    const journey = aJourney({ on: '2026-05-02' }).runs('rita', 'district-validation').runEnds('district-validation');
    const before = journey.participant;
    journey.completes('rita', 'district-validation');
    expect(journey.participant.status).toBe(before.status);
    expect(journey.task('ana')).toEqual(before.tasks[0]);
    expect(journey.statusOf('rita')).toBe('NOT_APPLICABLE');
  });

  it('counts no more once anybody has run the step again', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'] })
      .starts('ana')
      .starts('ben');
    journey.runs('ana', 'district-validation').runEnds('district-validation').completes('ana', 'district-validation');
    journey.runs('ben', 'district-validation').runEnds('district-validation');
    expect(journey.refusal('ana', complete('state-validation')).code).toBe('STEP_OUT_OF_ORDER');
  });
});
