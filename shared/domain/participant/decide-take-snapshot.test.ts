import { describe, expect, it } from 'vitest';
import { aJourney } from '../../../test/builders/journey.ts';
import { day } from '../../../test/builders/time.ts';
import { runId, snapshotId, userId } from '../../kernel/ids.ts';

const take = { type: 'takeSnapshot', snapshotId: snapshotId('snp-new'), confirm: false } as const;
const byState = { ...take, type: 'takeSnapshots' } as const;
const scheduled = (trigger: 'FULL' | 'CLEANUP') =>
  ({
    type: 'takeScheduledSnapshot',
    trigger,
    snapshotId: snapshotId('snp-new'),
    contentHash: 'snapshot-new',
  }) as const;

const validated = (id = 'run-new', hasGroups = true) =>
  ({ type: 'validateSnapshot', runId: runId(id), hasGroups }) as const;

describe('Take Snapshot is refused', () => {
  it('to a reviewer', () => {
    expect(aJourney().refusal('rita', take).code).toBe('FORBIDDEN');
  });

  it('after the close, while paused, outside the window, and to whom has not started', () => {
    expect(aJourney().closed().refusal('ana', take).code).toBe('EVENT_CLOSED');
    expect(aJourney({ outline: { active: false } }).refusal('ana', take).code).toBe('EVENT_PAUSED');
    expect(aJourney({ on: '2026-05-02' }).refusal('ana', take).code).toBe('WINDOW_NOT_OPEN');
    expect(aJourney({ on: '2026-05-20' }).refusal('ana', take).code).toBe('PAST_DUE');
    expect(aJourney().refusal('ana', take).code).toBe('NOT_STARTED');
  });

  it('once the participant is sent', () => {
    expect(aJourney().certifies('ana').refusal('ana', take).code).toBe('ALREADY_SUBMITTED');
  });

  it('when the certification event takes no snapshots', () => {
    const journey = aJourney({ outline: { snapshotMethod: 'NONE' } }).starts('ana');
    expect(journey.refusal('ana', take).code).toBe('STEP_SKIPPED');
  });

  it('as a retake when the state does not allow it, but not as a first take', () => {
    const journey = aJourney({ outline: { snapshotMethod: 'FULL', allowDistrictRetake: false } }).starts('ana');
    journey.takesSnapshot('ana').snapshotTaken();
    expect(journey.refusal('ana', take).code).toBe('RETAKE_NOT_ALLOWED');
  });

  it('until confirmed, when it would undo what others have signed, naming them', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'] })
      .certifies('ana')
      .starts('ben');
    expect(journey.refusal('ben', take)).toEqual({ code: 'CONFIRMATION_REQUIRED', facts: { undoes: ['ana'] } });
  });
});

describe('Take Snapshot', () => {
  it('asked again while one is being taken is that one', () => {
    expect(aJourney().starts('ana').takesSnapshot('ana').happened).toEqual([]);
  });

  it('after a failure takes the next in sequence and supersedes nothing', () => {
    const journey = aJourney().starts('ana');
    const failed = journey.participant.snapshot?.snapshotId ?? snapshotId('none');
    journey.reports({ type: 'recordSnapshotFailed', snapshotId: failed, problem: 'no space' });
    expect(journey.participant.snapshot?.status).toBe('FAILED');
    journey.does('ana', take);
    expect(journey.happened).toEqual([
      expect.objectContaining({ trigger: 'MANUAL_TAKE', sequence: 2, supersedes: null, requestedBy: 'ana' }),
    ]);
  });

  it('as a retake supersedes the completed one', () => {
    const journey = aJourney().starts('ana').snapshotTaken();
    const former = journey.participant.snapshot?.snapshotId;
    journey.does('ana', take);
    expect(journey.happened).toEqual([expect.objectContaining({ trigger: 'RETAKE', sequence: 2, supersedes: former })]);
  });

  it('undoes finished certifiers and gives them at least the deadline of the one who retook it', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'] })
      .certifies('ana')
      .on('2026-05-20');
    journey.does('state-clerk', {
      type: 'overrideDueDate',
      userId: userId('ben'),
      dueDate: day('2026-05-22'),
      reason: 'storm',
    });
    journey.starts('ben').takesSnapshot('ben');
    expect(journey.whatHappened).toEqual(['SnapshotQueued', 'FinishedWorkUndone']);
    expect(journey.happened[1]).toMatchObject({ userIds: ['ana'], by: 'ben', dueDate: '2026-05-22' });
    expect(journey.task('ana')).toMatchObject({
      status: 'INCOMPLETE',
      submission: null,
      dueDateOverride: '2026-05-22',
    });
    expect(journey.statusOf('ana')).toBe('INCOMPLETE');
  });

  it('leaves deadlines alone when the retaker has the ordinary one', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'] })
      .certifies('ana')
      .starts('ben')
      .takesSnapshot('ben');
    expect(journey.task('ana').dueDateOverride).toBeNull();
  });
});

describe('A snapshot taken by the state', () => {
  it('needs no allowance for retaking and is on record as taken by hand', () => {
    const journey = aJourney({ outline: { allowDistrictRetake: false } })
      .starts('ana')
      .snapshotTaken();
    journey.does('state-approver', byState);
    expect(journey.happened[0]).toMatchObject({ trigger: 'STATE_MANUAL', requestedBy: 'state-approver', sequence: 2 });
  });

  it('asked while one is being taken is that one', () => {
    expect(aJourney().starts('ana').does('state-approver', byState).happened).toEqual([]);
  });

  it('is refused once sent, without snapshots, unconfirmed, or when left out', () => {
    expect(aJourney().certifies('ana').refusal('state-approver', byState).code).toBe('ALREADY_SUBMITTED');
    expect(aJourney({ outline: { snapshotMethod: 'NONE' } }).refusal('state-approver', byState).code).toBe(
      'STEP_SKIPPED',
    );
    const half = aJourney({ certifiers: ['ana', 'ben'] }).certifies('ana');
    expect(half.refusal('state-approver', byState).code).toBe('CONFIRMATION_REQUIRED');
    const left = aJourney().reports({ type: 'withdrawParticipant', reason: 'merged' });
    expect(left.refusal('state-approver', byState).code).toBe('WRONG_STATUS');
  });
});

describe('A scheduled snapshot', () => {
  it.each(['FULL', 'CLEANUP'] as const)('%s serves a participant that has none', (trigger) => {
    const journey = aJourney().reports(scheduled(trigger));
    expect(journey.happened).toEqual([
      expect.objectContaining({ type: 'SnapshotQueued', trigger, requestedBy: null, sequence: 1 }),
      { type: 'SnapshotTaken', snapshotId: 'snp-new', takenAt: journey.now, contentHash: 'snapshot-new' },
    ]);
    expect(journey.participant.snapshot).toMatchObject({ status: 'COMPLETED', contentHash: 'snapshot-new' });
  });

  it('is validated when all are taken, in the place of a run on the one before that is under way', () => {
    const journey = aJourney().starts('ana').snapshotTaken();
    journey.runs('ana', 'snapshot-validation').does('ana', take);
    journey.reports({ type: 'recordSnapshotFailed', snapshotId: take.snapshotId, problem: 'no space' });
    const underWay = journey.participant.steps['snapshot-validation']?.runId;
    journey.reports(scheduled('CLEANUP'));
    expect(journey.happened[0]).toMatchObject({ type: 'SnapshotQueued', supersedes: null });
    expect(journey.reports(validated()).happened).toEqual([
      {
        type: 'StepRunQueued',
        step: 'snapshot-validation',
        runId: 'run-new',
        replaces: underWay,
        snapshotId: 'snp-new',
        dataHash: 'snapshot-new',
        requestedBy: null,
        at: journey.now,
      },
    ]);
  });

  it('is validated once, and not where its people were faster, whatever became of their run', () => {
    expect(aJourney().reports(scheduled('FULL')).reports(validated()).reports(validated('run-2')).happened).toEqual([]);
    const faster = aJourney().starts('ana').snapshotTaken().runs('ana', 'snapshot-validation');
    expect(faster.reports(validated()).happened).toEqual([]);
  });

  it('is not validated anew where other groups have made its run stale: that is for its people to repeat', () => {
    const journey = aJourney().reports(scheduled('FULL')).reports(validated());
    journey.reports({
      type: 'applyRevision',
      revision: 2,
      groupsChanged: true,
      requireRecertification: null,
      members: [],
      snapshotId: snapshotId('unused'),
    });
    expect(journey.participant.steps['snapshot-validation']?.stale).toBe(true);
    expect(journey.reports(validated('run-2')).happened).toEqual([]);
  });

  it('is not validated without a group, before it is taken, approved, closed or left out', () => {
    const taken = () => aJourney().reports(scheduled('FULL'));
    expect(taken().reports(validated('run-new', false)).happened).toEqual([]);
    expect(taken().closed().reports(validated()).happened).toEqual([]);
    const approved = taken().approves({ reason: 'enough', confirmNotCertified: true });
    expect(approved.reports(validated()).happened).toEqual([]);
    const left = taken().reports({ type: 'withdrawParticipant', reason: 'merged' });
    expect(left.reports(validated()).happened).toEqual([]);
    expect(aJourney().reports(validated()).happened).toEqual([]);
    expect(aJourney().starts('ana').reports(validated()).happened).toEqual([]);
  });

  it('serves one whose snapshot has failed', () => {
    const journey = aJourney().starts('ana');
    const failed = journey.participant.snapshot?.snapshotId ?? snapshotId('none');
    journey.reports({ type: 'recordSnapshotFailed', snapshotId: failed, problem: 'no space' });
    expect(journey.reports(scheduled('CLEANUP')).whatHappened).toEqual(['SnapshotQueued', 'SnapshotTaken']);
  });

  it('skips whoever has one or is getting one, and repeats change nothing', () => {
    expect(aJourney().starts('ana').reports(scheduled('CLEANUP')).happened).toEqual([]);
    expect(aJourney().starts('ana').snapshotTaken().reports(scheduled('CLEANUP')).happened).toEqual([]);
    expect(aJourney().reports(scheduled('FULL')).reports(scheduled('FULL')).happened).toEqual([]);
  });

  it('skips what is sent, closed, left out, or takes no snapshots', () => {
    const sent = aJourney({ participant: { status: 'SENT' } });
    const left = aJourney().reports({ type: 'withdrawParticipant', reason: 'merged' });
    const none = aJourney({ outline: { snapshotMethod: 'NONE' } });
    for (const journey of [sent, left, none, aJourney().closed()])
      expect(journey.reports(scheduled('CLEANUP')).happened).toEqual([]);
  });

  it('makes those sign again who had signed without one, before the state asked for snapshots', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'], outline: { snapshotMethod: 'NONE' } }).certifies('ana');
    journey.outline({ snapshotMethod: 'ON_CERT_START' }).reports(scheduled('CLEANUP'));
    expect(journey.whatHappened).toEqual(['SnapshotQueued', 'FinishedWorkUndone', 'SnapshotTaken']);
    expect(journey.happened[1]).toMatchObject({ by: null, dueDate: null });
  });
});
