import { describe, expect, it } from 'vitest';
import { aJourney, type Journey } from '../../../test/builders/journey.ts';
import { runId, type RunId, snapshotId } from '../../kernel/ids.ts';

const first = 'district-validation';

const newest = (journey: Journey): RunId => journey.participant.steps[first]?.runId ?? runId('none');

const started = (id: RunId, round = 1) => ({ type: 'recordRunStarted', runId: id, step: first, round }) as const;
const ended = (id: RunId, round = 1) =>
  ({
    type: 'recordRunEnded',
    runId: id,
    step: first,
    round,
    outcome: 'COMPLETED',
    blockers: 0,
    problem: null,
  }) as const;

describe('What a worker reports about a run', () => {
  it('moves the step along once, however often it is reported', () => {
    const journey = aJourney().runs('ana', first);
    expect(journey.reports(started(newest(journey))).whatHappened).toEqual(['StepRunStarted']);
    expect(journey.reports(started(newest(journey))).happened).toEqual([]);
    expect(journey.reports(ended(newest(journey))).whatHappened).toEqual(['StepRunEnded']);
    expect(journey.reports(ended(newest(journey))).happened).toEqual([]);
  });

  it('counts also when the start was never reported', () => {
    const journey = aJourney().runs('ana', first);
    expect(journey.reports(ended(newest(journey))).participant.steps[first]?.status).toBe('COMPLETED');
  });

  it('counts for nothing once a newer run has taken its place', () => {
    const journey = aJourney().runs('ana', first);
    const late = newest(journey);
    journey.runs('ana', first, 'data-2');
    expect(journey.reports(started(late)).happened).toEqual([]);
    expect(journey.reports(ended(late)).happened).toEqual([]);
    expect(journey.participant.steps[first]).toMatchObject({ status: 'QUEUED', dataHash: 'data-2' });
  });

  it('counts for nothing when it is of an earlier round', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'] })
      .certifies('ana')
      .runs('ben', first, 'data-2');
    const late = newest(journey);
    journey.sendsBack();
    expect(journey.reports(ended(late)).happened).toEqual([]);
    expect(journey.participant.steps).toEqual({});
  });

  it('counts for nothing when its round number is another', () => {
    const journey = aJourney().runs('ana', first);
    expect(journey.reports(ended(newest(journey), 2)).happened).toEqual([]);
  });

  it('changes nothing after the close or for a participant left out', () => {
    const closed = aJourney().runs('ana', first).closed();
    expect(closed.reports(ended(newest(closed))).happened).toEqual([]);
    const left = aJourney().runs('ana', first).reports({ type: 'withdrawParticipant', reason: 'merged' });
    expect(left.reports(ended(newest(left))).happened).toEqual([]);
  });
});

describe('What a snapshot flow reports', () => {
  const failed = (id: string) =>
    ({ type: 'recordSnapshotFailed', snapshotId: snapshotId(id), problem: 'no space' }) as const;
  const taken = (id: string, hasGroups = true) =>
    ({
      type: 'recordSnapshotTaken',
      snapshotId: snapshotId(id),
      takenAt: aJourney().now,
      contentHash: 'snapshot-1',
      runId: runId('run-3'),
      requestedBy: null,
      hasGroups,
    }) as const;
  const current = (journey: Journey): string => journey.participant.snapshot?.snapshotId ?? 'none';

  it('completes the snapshot and queues the third step on it', () => {
    const journey = aJourney().starts('ana');
    journey.reports(taken(current(journey)));
    expect(journey.whatHappened).toEqual(['SnapshotTaken', 'StepRunQueued']);
    expect(journey.participant.snapshot).toMatchObject({ status: 'COMPLETED', contentHash: 'snapshot-1' });
    expect(journey.participant.steps['snapshot-validation']).toMatchObject({
      runId: 'run-3',
      snapshotId: current(journey),
      dataHash: 'snapshot-1',
    });
  });

  it('queues no run when no group is linked', () => {
    const journey = aJourney().starts('ana');
    expect(journey.reports(taken(current(journey), false)).whatHappened).toEqual(['SnapshotTaken']);
  });

  it('queues no run when the state has approved meanwhile', () => {
    const journey = aJourney().starts('ana').approves({ reason: 'enough', confirmNotCertified: true });
    expect(journey.reports(taken(current(journey))).whatHappened).toEqual(['SnapshotTaken']);
  });

  it('replaces a run still under way on the snapshot before', () => {
    const journey = aJourney().starts('ana').snapshotTaken();
    const former = journey.participant.steps['snapshot-validation']?.runId;
    journey.takesSnapshot('ana').snapshotTaken('snapshot-2');
    expect(journey.happened[1]).toMatchObject({ replaces: former });
  });

  it('repeated, late, or after the close changes nothing', () => {
    const repeated = aJourney().starts('ana').snapshotTaken();
    expect(repeated.reports(taken(current(repeated))).happened).toEqual([]);
    expect(repeated.reports(failed(current(repeated))).happened).toEqual([]);
    expect(aJourney().starts('ana').reports(taken('an-older-one')).happened).toEqual([]);
    expect(aJourney().reports(failed('an-older-one')).happened).toEqual([]);
    const closed = aJourney().starts('ana').closed();
    expect(closed.reports(taken(current(closed))).happened).toEqual([]);
  });

  it('of a failure leaves the participant without a snapshot to certify', () => {
    const journey = aJourney().starts('ana');
    journey.reports(failed(current(journey)));
    expect(journey.participant.snapshot?.status).toBe('FAILED');
  });
});
