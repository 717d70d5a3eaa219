import { describe, expect, it } from 'vitest';
import { aJourney, type Journey } from '../../../test/builders/journey.ts';
import { certifier } from '../../../test/builders/participant.ts';
import { snapshotId, userId } from '../../kernel/ids.ts';
import type { ParticipantCommand } from './commands.ts';

const revised = (
  journey: Journey,
  changes: { groupsChanged?: boolean; again?: boolean; revision?: number } = {},
): ParticipantCommand => ({
  type: 'applyRevision',
  revision: changes.revision ?? 2,
  groupsChanged: changes.groupsChanged ?? true,
  requireRecertification: changes.again === true ? { by: userId('sam'), reason: 'new rules' } : null,
  members: journey.members,
  snapshotId: snapshotId('snp-next'),
});

describe('A newer revision', () => {
  it('makes the runs of unfinished work stale when its groups have changed', () => {
    const journey = aJourney().starts('ana').worksThrough('ana').revision(2);
    journey.reports(revised(journey));
    expect(journey.participant.revision).toBe(2);
    expect(Object.values(journey.participant.steps).every((run) => run.stale)).toBe(true);
  });

  it('leaves runs alone when only name or dates have changed', () => {
    const journey = aJourney().starts('ana').worksThrough('ana').revision(2);
    journey.reports(revised(journey, { groupsChanged: false }));
    expect(journey.participant.revision).toBe(2);
    expect(journey.submits('ana').participant.status).toBe('SENT');
  });

  it('applied twice changes nothing the second time', () => {
    const journey = aJourney().revision(2);
    journey.reports(revised(journey)).reports(revised(journey));
    expect(journey.happened).toEqual([]);
  });

  it('leaves what is certified under the revision it was certified under', () => {
    const journey = aJourney().certifies('ana').revision(2);
    journey.reports(revised(journey));
    expect(journey.happened).toEqual([]);
    expect(journey.participant).toMatchObject({ status: 'SENT', revision: 1 });
  });

  it('that validates by the same rules takes along what is certified, so that it needs no new run when it comes back', () => {
    const journey = aJourney({ certifiers: ['ana', 'ben'] })
      .certifies('ana')
      .certifies('ben')
      .revision(2);
    journey.reports(revised(journey, { groupsChanged: false }));
    expect(journey.participant).toMatchObject({ status: 'SENT', revision: 2 });
    journey.does('ana', { type: 'withdrawSubmission', reason: 'a typo', members: journey.members });
    expect(Object.values(journey.participant.steps).some((run) => run.stale)).toBe(false);
    expect(journey.submits('ana').participant.status).toBe('SENT');
  });

  it('never passes off what was certified by older rules as its own', () => {
    const journey = aJourney().certifies('ana').revision(2);
    journey.reports(revised(journey)).revision(3);
    journey.reports(revised(journey, { groupsChanged: false, revision: 3 }));
    expect(journey.participant).toMatchObject({ status: 'SENT', revision: 1 });
  });

  it('asks whoever had certified to do so again when the publisher says so', () => {
    const journey = aJourney().certifies('ana').revision(2);
    journey.reports(revised(journey, { again: true }));
    expect(journey.happened).toEqual([
      expect.objectContaining({ type: 'RecertificationRequired', by: 'sam', reason: 'new rules', endsWait: 1 }),
    ]);
    expect(journey.participant).toMatchObject({ status: 'RECERT_IN_PROGRESS', revision: 2, round: 2 });
  });

  it('asks nobody again who has not certified yet', () => {
    const journey = aJourney().starts('ana').revision(2);
    journey.reports(revised(journey, { again: true }));
    expect(journey.whatHappened).toEqual(['RevisionApplied']);
  });

  it('takes over the members of another category', () => {
    const journey = aJourney()
      .revision(2)
      .cast({ certifiers: ['zoe'], reviewers: [] });
    journey.reports(revised(journey));
    expect(journey.participant.tasks.map(({ name }) => name)).toEqual(['zoe']);
  });

  it('is refused after the close', () => {
    const journey = aJourney().closed();
    expect(journey.refusal('state-clerk', revised(journey)).code).toBe('EVENT_CLOSED');
  });
});

describe('A participant that a revision leaves out', () => {
  const leave = { type: 'withdrawParticipant', reason: 'merged with Grand Bend' } as const;
  const back = { type: 'restoreParticipant', revision: 3, members: [certifier('ana')] } as const;

  it('is withdrawn once, and its waiting flow ends', () => {
    const journey = aJourney().certifies('ana').reports(leave);
    expect(journey.happened).toEqual([{ type: 'ParticipantWithdrawn', reason: leave.reason, endsWait: 1 }]);
    expect(journey.participant.status).toBe('WITHDRAWN');
    expect(journey.reports(leave).happened).toEqual([]);
  });

  it('cannot be withdrawn or restored after the close', () => {
    expect(aJourney().closed().refusal('state-clerk', leave).code).toBe('EVENT_CLOSED');
    expect(aJourney().reports(leave).closed().refusal('state-clerk', back).code).toBe('EVENT_CLOSED');
  });

  it('selected again goes on in the same round if it was never sent', () => {
    const journey = aJourney().starts('ana').reports(leave).reports(back);
    expect(journey.participant).toMatchObject({ status: 'IN_PROGRESS', round: 1, revision: 3, snapshot: null });
    expect(journey.statusOf('ana')).toBe('NOT_STARTED');
  });

  it('selected again after it was sent begins a new round', () => {
    const journey = aJourney().certifies('ana').reports(leave).reports(back);
    expect(journey.participant).toMatchObject({ status: 'RECERT_IN_PROGRESS', round: 2, steps: {} });
  });

  it('is restored only when it was withdrawn', () => {
    expect(aJourney().reports(back).happened).toEqual([]);
  });
});
