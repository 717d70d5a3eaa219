import { describe, expect, it } from 'vitest';
import { aJourney } from '../../../test/builders/journey.ts';
import { certifier } from '../../../test/builders/participant.ts';
import { day } from '../../../test/builders/time.ts';
import { snapshotId, userId } from '../../kernel/ids.ts';

const sendBack = {
  type: 'decide:REQUEST_RECERTIFICATION',
  reason: 'the counts look wrong',
  newDueDate: null,
  members: [certifier('ana')],
  snapshotId: snapshotId('snp-next'),
} as const;

describe('Request Recertification by the state is refused', () => {
  it('after the close', () => {
    expect(aJourney().certifies('ana').closed().refusal('state-approver', sendBack).code).toBe('EVENT_CLOSED');
  });

  it('where nobody has certified, in any round', () => {
    expect(aJourney().refusal('state-approver', sendBack).code).toBe('NOTHING_CERTIFIED');
    expect(aJourney().certifies('ana').sendsBack().refusal('state-approver', sendBack).code).toBe('NOTHING_CERTIFIED');
  });

  it('after the end date without a new due date', () => {
    const journey = aJourney().certifies('ana').on('2026-05-19');
    expect(journey.refusal('state-approver', sendBack).code).toBe('NEW_DUE_DATE_REQUIRED');
  });

  it('with a due date before today or before the end date', () => {
    const late = aJourney().certifies('ana').on('2026-05-25');
    const asked = (text: string) => ({ ...sendBack, newDueDate: day(text) });
    const refused = { code: 'DUE_DATE_INVALID', pointer: '/newDueDate' };
    expect(late.refusal('state-approver', asked('2026-05-24'))).toEqual(refused);
    expect(aJourney().certifies('ana').refusal('state-approver', asked('2026-05-17'))).toEqual(refused);
  });

  it('without a reason', () => {
    const refused = aJourney()
      .certifies('ana')
      .refusal('state-approver', { ...sendBack, reason: null });
    expect(refused.code).toBe('REASON_REQUIRED');
  });
});

describe('Request Recertification by the state', () => {
  it('begins a new round in which nothing of the old one counts', () => {
    const journey = aJourney().certifies('ana');
    const former = journey.participant.snapshot?.snapshotId;
    journey.sendsBack();
    expect(journey.happened).toEqual([
      expect.objectContaining({
        type: 'RecertificationRequired',
        round: 2,
        reason: 'the counts look wrong',
        formerSnapshotId: former,
        endsWait: 1,
      }),
    ]);
    expect(journey.participant).toMatchObject({ status: 'RECERT_IN_PROGRESS', round: 2, steps: {}, snapshot: null });
    expect(journey.task('ana')).toMatchObject({ status: 'INCOMPLETE', completions: {}, submission: null });
    expect(journey.statusOf('rita')).toBe('NOT_APPLICABLE');
  });

  it('is possible once some have certified, and ends no flow then', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'] })
      .certifies('ana')
      .sendsBack();
    expect(journey.happened).toEqual([expect.objectContaining({ endsWait: null })]);
    expect(journey.statusOf('ben')).toBe('INCOMPLETE');
  });

  it('of an approved participant supersedes the approval and ends no flow, since none waits', () => {
    const journey = aJourney().certifies('ana').approves().sendsBack();
    expect(journey.happened).toEqual([expect.objectContaining({ endsWait: null })]);
    expect(journey.participant.approval).toBeNull();
  });

  it('grants a pending request', () => {
    const journey = aJourney().certifies('ana').requestsRecertification('ana').sendsBack();
    expect(journey.whatHappened).toEqual(['RecertificationRequestGranted', 'RecertificationRequired']);
    expect(journey.happened[1]).toMatchObject({ endsWait: 1 });
    expect(journey.participant.openRequest).toBeNull();
    expect(journey.statusOf('ana')).toBe('INCOMPLETE');
  });

  it('after the end date gives all certifiers the new due date', () => {
    const journey = aJourney().certifies('ana').on('2026-05-25').sendsBack('2026-06-05');
    expect(journey.statusOf('ana')).toBe('INCOMPLETE');
    expect(journey.certifies('ana').participant).toMatchObject({ status: 'SENT', deadlineOverride: '2026-06-05' });
    expect(aJourney().certifies('ana').on('2026-05-25').sendsBack('2026-06-05').on('2026-06-06').statusOf('ana')).toBe(
      'OVERDUE',
    );
  });

  it('builds the tasks from the members of now and keeps a deadline given to a person', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'] })
      .certifies('ana')
      .certifies('ben');
    const override = {
      type: 'overrideDueDate',
      userId: userId('ana'),
      dueDate: day('2026-06-01'),
      reason: 'storm',
    } as const;
    journey
      .does('state-clerk', override)
      .cast({ certifiers: ['ana', 'zoe'] })
      .sendsBack();
    expect(journey.participant.tasks.map(({ name, dueDateOverride }) => [name, dueDateOverride])).toEqual([
      ['ana', '2026-06-01'],
      ['zoe', null],
      ['rita', null],
    ]);
  });

  it('queues the new round its own snapshot under method FULL', () => {
    const journey = aJourney({ outline: { snapshotMethod: 'FULL' } })
      .certifies('ana')
      .sendsBack();
    expect(journey.whatHappened).toEqual(['RecertificationRequired', 'SnapshotQueued']);
    expect(journey.happened[1]).toMatchObject({ trigger: 'FULL', sequence: 2, supersedes: null });
  });

  it('leads through a whole second round to SENT again', () => {
    const journey = aJourney().certifies('ana').sendsBack().certifies('ana');
    expect(journey.participant).toMatchObject({ status: 'SENT', round: 2, sentSequence: 2 });
  });
});
