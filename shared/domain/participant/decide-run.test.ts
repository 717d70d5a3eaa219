import { describe, expect, it } from 'vitest';
import { aJourney } from '../../../test/builders/journey.ts';
import { runId } from '../../kernel/ids.ts';

const run = (step: 'district-validation' | 'state-validation' | 'snapshot-validation', hasGroups = true) =>
  ({ type: 'runStep', step, runId: runId('run-new'), dataHash: 'data-1', hasGroups }) as const;

describe('Generate Report is refused', () => {
  it('after the close, while paused, and before the start date, in this order', () => {
    expect(
      aJourney({ on: '2026-04-30', outline: { active: false } })
        .closed()
        .refusal('ana', run('district-validation')).code,
    ).toBe('EVENT_CLOSED');
    expect(
      aJourney({ on: '2026-04-30', outline: { active: false } }).refusal('ana', run('district-validation')).code,
    ).toBe('EVENT_PAUSED');
    expect(aJourney({ on: '2026-04-30' }).refusal('ana', run('district-validation')).code).toBe('NOT_STARTED_YET');
  });

  it.each(['SENT', 'APPROVED', 'RECERT_REQUESTED'] as const)('while the participant is %s', (status) => {
    const journey = aJourney({ participant: { status } });
    expect(journey.refusal('ana', run('state-validation')).code).toBe('ALREADY_SUBMITTED');
  });

  it('for the snapshot step when the certification event takes no snapshots', () => {
    const journey = aJourney({ outline: { snapshotMethod: 'NONE' } });
    expect(journey.refusal('ana', run('snapshot-validation')).code).toBe('STEP_SKIPPED');
  });

  it('when no validation group is linked', () => {
    expect(aJourney().refusal('ana', run('district-validation', false)).code).toBe('NO_GROUPS');
  });

  it('for the snapshot step while there is no completed snapshot', () => {
    expect(aJourney().refusal('ana', run('snapshot-validation')).code).toBe('NO_SNAPSHOT');
    expect(aJourney().starts('ana').refusal('ana', run('snapshot-validation')).code).toBe('NO_SNAPSHOT');
  });
});

describe('Generate Report', () => {
  it('is open to a reviewer in the review window, without anybody having started', () => {
    const journey = aJourney({ on: '2026-05-02' }).does('rita', run('district-validation'));
    expect(journey.whatHappened).toEqual(['StepRunQueued']);
    expect(journey.participant.steps['district-validation']).toMatchObject({ runId: 'run-new', status: 'QUEUED' });
    expect(journey.statusOf('ana')).toBe('NOT_STARTED');
  });

  it('is the run already under way when two people ask for the same', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'] }).runs('ana', 'district-validation');
    expect(journey.does('ben', run('district-validation')).happened).toEqual([]);
  });

  it('is the run that the snapshot has queued, while it is under way', () => {
    const journey = aJourney().starts('ana').snapshotTaken();
    expect(journey.does('ana', run('snapshot-validation')).happened).toEqual([]);
  });

  it('replaces the run under way when newer data have arrived', () => {
    const journey = aJourney().runs('ana', 'district-validation');
    const replaced = journey.participant.steps['district-validation']?.runId;
    journey.does('ana', { ...run('district-validation'), dataHash: 'data-2' });
    expect(journey.happened[0]).toMatchObject({ replaces: replaced, dataHash: 'data-2' });
  });

  it('is a new run, replacing nothing, once the one before has ended', () => {
    const journey = aJourney().runs('ana', 'district-validation').runEnds('district-validation', 2);
    journey.does('ana', run('district-validation'));
    expect(journey.happened[0]).toMatchObject({ runId: 'run-new', replaces: null });
  });

  it('is on the current snapshot in the third step', () => {
    const journey = aJourney().starts('ana').snapshotTaken().runEnds('snapshot-validation');
    journey.does('ana', run('snapshot-validation'));
    expect(journey.happened[0]).toMatchObject({ snapshotId: journey.participant.snapshot?.snapshotId });
  });

  it('stays open after the due date until the close, for looking only', () => {
    expect(aJourney({ on: '2026-06-30' }).runs('ana', 'state-validation').whatHappened).toEqual(['StepRunQueued']);
  });
});
