import { describe, expect, it } from 'vitest';
import { aJourney, type Journey } from '../../../test/builders/journey.ts';
import { person } from '../../../test/builders/people.ts';
import { runId, snapshotId, userId } from '../../kernel/ids.ts';
import { taskOf } from './context.ts';
import { wizardOf, wizardSteps } from './wizard.ts';
import { wizardTexts } from './wizard-texts.ts';

const wizard = (journey: Journey, name = 'ana', viewed = true) =>
  wizardOf(
    journey.participant,
    taskOf(journey.participant, userId(name)),
    { hasGroups: journey.hasGroups, viewed: () => viewed },
    journey.context(person(journey.userOf(name))),
  );

const statuses = (journey: Journey, name = 'ana') => wizard(journey, name).map(({ status }) => status);
const blockers = (journey: Journey, index: number, name = 'ana', viewed = true) =>
  wizard(journey, name, viewed)[index]?.blockedBy;

const failRun = (journey: Journey) =>
  journey.reports({
    type: 'recordRunEnded',
    runId: journey.participant.steps['district-validation']?.runId ?? runId('none'),
    step: 'district-validation',
    round: 1,
    outcome: 'FAILED',
    blockers: null,
    problem: 'The worker ran out of memory.',
  });

describe('A step of the wizard', () => {
  it('goes from not started over queued and running to blocked or to be viewed, then completed', () => {
    const step = (journey: Journey) => statuses(journey)[0];
    expect(step(aJourney())).toBe('NOT_STARTED');
    const journey = aJourney().starts('ana').runs('ana', 'district-validation');
    expect(step(journey)).toBe('QUEUED');
    const { runId: id } = journey.participant.steps['district-validation'] ?? { runId: runId('none') };
    journey.reports({ type: 'recordRunStarted', runId: id, step: 'district-validation', round: 1 });
    expect(step(journey)).toBe('RUNNING');
    expect(step(journey.runEnds('district-validation', 2))).toBe('BLOCKED');
    expect(step(journey.runs('ana', 'district-validation').runEnds('district-validation'))).toBe('NEEDS_VIEW');
    expect(step(journey.completes('ana', 'district-validation'))).toBe('COMPLETED');
  });

  it('is for each person his own: what ana completed, ben must still view', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'] })
      .starts('ana')
      .starts('ben')
      .worksThrough('ana');
    expect(statuses(journey, 'ana')).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED', 'NOT_STARTED']);
    expect(statuses(journey, 'ben')).toEqual(['NEEDS_VIEW', 'NEEDS_VIEW', 'NEEDS_VIEW', 'NOT_STARTED']);
  });

  it('returns to not started with its problem when the run fails', () => {
    const journey = failRun(aJourney().starts('ana').runs('ana', 'district-validation'));
    expect(wizard(journey)[0]).toMatchObject({ status: 'NOT_STARTED', problem: 'The worker ran out of memory.' });
  });

  it('is stale once the groups have changed', () => {
    const journey = aJourney().starts('ana').worksThrough('ana').revision(2);
    journey.reports({
      type: 'applyRevision',
      revision: 2,
      groupsChanged: true,
      requireRecertification: null,
      members: journey.members,
      snapshotId: snapshotId('unused'),
    });
    expect(statuses(journey)).toEqual(['STALE', 'STALE', 'STALE', 'NOT_STARTED']);
    expect(blockers(journey, 0)).toEqual(['STALE']);
  });

  it('stays completed as signed for who has submitted, whatever is run afterwards', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'] })
      .certifies('ana')
      .starts('ben');
    journey.runs('ben', 'state-validation', 'data-2');
    expect(statuses(journey, 'ana')).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED', 'COMPLETED']);
    expect(statuses(journey, 'ben')[1]).toBe('QUEUED');
  });

  it('stays completed for a reviewer of what was sent', () => {
    const journey = aJourney().runs('rita', 'district-validation').runEnds('district-validation');
    journey.completes('rita', 'district-validation').certifies('ana');
    expect(statuses(journey, 'rita')[0]).toBe('COMPLETED');
  });

  it('without any group waits for the person to say that the data were reviewed, again for a newer snapshot', () => {
    const journey = aJourney({ hasGroups: false });
    expect(wizard(journey.starts('ana'))[0]).toMatchObject({
      status: 'NOT_STARTED',
      blockedBy: ['REVIEW_NOT_CONFIRMED'],
    });
    journey.worksThrough('ana');
    expect(statuses(journey)).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED', 'NOT_STARTED']);
    expect(statuses(journey.takesSnapshot('ana').snapshotTaken('snapshot-2'))[2]).toBe('STALE');
  });
});

describe('The snapshot step of the wizard', () => {
  it('is not required under method NONE', () => {
    const journey = aJourney({ outline: { snapshotMethod: 'NONE' } });
    expect(wizard(journey)[2]).toMatchObject({ status: 'SKIPPED', blockedBy: [] });
  });

  it('waits for its snapshot, and is not started again when that fails', () => {
    const journey = aJourney().starts('ana');
    expect(statuses(journey)[2]).toBe('QUEUED');
    const current = journey.participant.snapshot?.snapshotId ?? snapshotId('none');
    journey.reports({ type: 'recordSnapshotFailed', snapshotId: current, problem: 'no space' });
    expect(statuses(journey)[2]).toBe('NOT_STARTED');
    expect(blockers(journey, 2)).toContain('NO_SNAPSHOT');
  });

  it('is queued, then to be viewed anew, after a retake', () => {
    const journey = aJourney().starts('ana').worksThrough('ana').takesSnapshot('ana');
    expect(statuses(journey)[2]).toBe('QUEUED');
    expect(statuses(journey.snapshotTaken('snapshot-2').runEnds('snapshot-validation'))[2]).toBe('NEEDS_VIEW');
  });
});

describe('What blocks a step', () => {
  it('is told in the order of refusals', () => {
    expect(blockers(aJourney({ on: '2026-05-02' }), 1)).toEqual([
      'WINDOW_NOT_OPEN',
      'NOT_STARTED',
      'STEP_OUT_OF_ORDER',
      'RUN_NOT_FINISHED',
    ]);
  });

  it('is the report he has not opened, and nothing once he has', () => {
    const journey = aJourney().starts('ana').runs('ana', 'district-validation').runEnds('district-validation');
    expect(blockers(journey, 0, 'ana', false)).toEqual(['REPORT_NOT_VIEWED']);
    expect(blockers(journey, 0, 'ana', true)).toEqual([]);
  });

  it('is everything for somebody without a part', () => {
    expect(wizard(aJourney(), 'zoe').map(({ blockedBy }) => blockedBy)).toEqual(Array(4).fill(['FORBIDDEN']));
  });

  it('keeps a reviewer from submitting, and a certifier until his steps are complete', () => {
    expect(blockers(aJourney(), 3, 'rita')).toEqual(['FORBIDDEN']);
    const journey = aJourney().starts('ana');
    expect(blockers(journey, 3)).toEqual(['STEPS_INCOMPLETE']);
    expect(blockers(journey.worksThrough('ana'), 3)).toEqual([]);
    expect(wizard(journey.submits('ana'))[3]).toMatchObject({ status: 'COMPLETED', blockedBy: [] });
  });
});

describe('The texts of the wizard', () => {
  it('have the product’s headings and something to do for each step', () => {
    expect(wizardSteps.map((step) => wizardTexts[step].title)).toEqual([
      'Validate Data in District Database',
      'Validate Data in State Database',
      'State Data Snapshot',
      'Certify and Submit to State',
    ]);
    expect(wizardSteps.every((step) => wizardTexts[step].instructions.length > 0)).toBe(true);
  });
});
