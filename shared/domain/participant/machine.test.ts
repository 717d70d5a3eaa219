import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aStory, story } from '../../../test/builders/story.ts';
import { aParticipant } from '../../../test/builders/participant.ts';
import { aPublishedEvent } from '../../../test/builders/certification-event.ts';
import type { Edge } from '../transitions.ts';
import { certifiersOf, submittersOf } from './context.ts';
import type { Participant, ParticipantStatus, TaskStatus, UserStatus } from './state.ts';
import { participantMachine } from './transitions.ts';
import { userStatusOf } from './viewpoint.ts';

const edges: readonly Edge<string, string>[] = participantMachine.edges;
const edgeName = ({ from, by, to }: Edge<string, string>): string => `${from ?? ''} ${by} ${to}`;
const known = new Set(edges.map(edgeName));

const open: readonly UserStatus[] = ['NOT_STARTED', 'INCOMPLETE', 'OVERDUE', 'COMPLETE', 'NOT_APPLICABLE'];
const finished: readonly UserStatus[] = ['COMPLETE', 'APPROVED_COMPLETE', 'COMPLETE_BY_STATE', 'NOT_APPLICABLE'];
const allowedPairs: Readonly<Record<Exclude<ParticipantStatus, 'WITHDRAWN'>, readonly UserStatus[]>> = {
  IN_PROGRESS: open,
  RECERT_IN_PROGRESS: open,
  SENT: ['COMPLETE', 'NOT_APPLICABLE'],
  APPROVED: ['APPROVED_COMPLETE', 'COMPLETE_BY_STATE', 'NOT_APPLICABLE'],
  RECERT_REQUESTED: [...finished, 'REQUEST_PENDING'],
};

const evidence = (participant: Participant): readonly TaskStatus[] =>
  certifiersOf(participant).map(({ status }) => status);

describe('Whatever anybody tries, a participant', () => {
  it('takes no way that is not in its table, and every way of it is taken by some story', () => {
    const taken = new Set<string>();
    fc.assert(
      fc.property(story, (told) => {
        aStory(told, (before, { type }, after) => {
          if (before.status === after.status) return;
          const edge = edgeName({ from: before.status, by: type, to: after.status });
          taken.add(edge);
          expect(known).toContain(edge);
        });
      }),
      { numRuns: 3000, seed: 7 },
    );
    const missed = [...known].filter((edge) => !taken.has(edge) && !edge.startsWith(' '));
    expect(missed).toEqual([]);
  });

  it('is sent only when every certifier has submitted, all on one and the current snapshot', () => {
    let sendings = 0;
    fc.assert(
      fc.property(story, (told) => {
        aStory(told, (_before, { type }, after) => {
          if (type !== 'ParticipantSent') return;
          sendings += 1;
          expect(certifiersOf(after).length).toBeGreaterThan(0);
          expect(submittersOf(after)).toHaveLength(certifiersOf(after).length);
          const signed = new Set(submittersOf(after).map((task) => task.submission?.snapshotId ?? null));
          expect([...signed]).toEqual([told.method === 'NONE' ? null : after.snapshot?.snapshotId]);
        });
      }),
      { numRuns: 300 },
    );
    expect(sendings).toBeGreaterThan(100);
  });

  it('shows nobody a status that does not go with its own', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { participant, now } = aStory(told);
        if (participant.status === 'WITHDRAWN') return;
        const view = {
          certificationEvent: aPublishedEvent(),
          now,
          agency: aStory({ ...told, attempts: [] }).context({ kind: 'SYSTEM', name: 'x' }).agency,
        };
        for (const task of participant.tasks)
          expect(allowedPairs[participant.status]).toContain(userStatusOf(task, participant, view));
      }),
      { numRuns: 300 },
    );
  });

  it('never goes back in rounds, sendings or snapshots, and has a request exactly while one is pending', () => {
    fc.assert(
      fc.property(story, (told) => {
        aStory(told, (before, _happening, after) => {
          expect(after.round).toBeGreaterThanOrEqual(before.round);
          expect(after.sentSequence).toBeGreaterThanOrEqual(before.sentSequence);
          expect(after.snapshotSequence).toBeGreaterThanOrEqual(before.snapshotSequence);
          expect(after.openRequest !== null).toBe(after.status === 'RECERT_REQUESTED');
        });
      }),
      { numRuns: 300 },
    );
  });

  it('is never stuck: where nobody is left to do anything, somebody is asked to confirm', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { participant } = aStory(told);
        if (participant.status !== 'IN_PROGRESS' && participant.status !== 'RECERT_IN_PROGRESS') return;
        const allDone =
          evidence(participant).length > 0 && evidence(participant).every((status) => status === 'COMPLETE');
        expect(participant.awaitsConfirmation).toBe(allDone);
      }),
      { numRuns: 300 },
    );
  });

  it('begins in progress, in its first round', () => {
    expect(aParticipant()).toMatchObject({ status: 'IN_PROGRESS', round: 1, sentSequence: 0 });
  });
});
